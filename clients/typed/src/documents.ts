// Every operation of the API as text, for those who execute them by other means.
export * from './generated/graphql.ts';
