type Given = Record<string, unknown>;

/**
 * Validates the search parameters of a page. The router adds what a validator leaves out as it is in the URL, so whatever
 * the validator does not return is set to undefined.
 */
export const knownSearch =
  <Search extends object>(validate: (given: Given) => Search) =>
  (given: Given): Search => ({
    ...Object.fromEntries(Object.keys(given).map((name) => [name, undefined])),
    ...validate(given),
  });
