/** graphql-js does not say after how many errors it stops listing them. */
const stops: Readonly<Record<string, string>> = {
  'Too many validation errors, error limit reached. Validation aborted.':
    'The document has more than 100 errors: the first 100 are listed',
  'Too many errors processing variables, error limit reached. Execution aborted.':
    'The variables have more than 50 errors: the first 50 are listed',
};

/** The message of a graphql-js error, with the limit if it concerns one. */
export const withLimit = (message: string): string => stops[message] ?? message;
