/** An operation as text, or as an AST where `connect` was given `print`. Both kinds of code generators write it with these types. */
export type TypedDocument<Data, Variables> = { __apiType?: (variables: Variables) => Data };

/** One of this package's own documents. */
export type DocumentText<Data, Variables> = string & TypedDocument<Data, Variables>;

/** Makes text of an AST: `print` of graphql. */
export type Print = (document: never) => string;

export function textOf<Data, Variables>(document: TypedDocument<Data, Variables>, print: Print | undefined): string {
  if (typeof document === 'string' || document instanceof String) return String(document);
  if (print) return print(document as never);
  throw new TypeError(
    'The document is an AST: give connect({ print }) from graphql, or generate with documentMode "string"',
  );
}

/** An operation with the fragments that it spreads, which many share. */
export const withFragments = <Data, Variables>(operation: string, ...fragments: string[]) =>
  [operation, ...fragments].join('') as DocumentText<Data, Variables>;
