// Every operation of the API as text, for other GraphQL clients.
export * from './generated/graphql.ts';
