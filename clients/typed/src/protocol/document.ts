/**
 * An operation as text, or as an AST if `connect` was given `print`. Both kinds of code generators produce these types.
 */
export type TypedDocument<Data, Variables> = { __apiType?: (variables: Variables) => Data };

/** A document of this package. */
export type DocumentText<Data, Variables> = string & TypedDocument<Data, Variables>;

/** Converts an AST to text: `print` of graphql. */
export type Print = (document: never) => string;

export function textOf<Data, Variables>(document: TypedDocument<Data, Variables>, print: Print | undefined): string {
  if (typeof document === 'string' || document instanceof String) return String(document);
  if (print) return print(document as never);
  throw new TypeError('The document is an AST: give connect({ print }) from graphql');
}

/** An operation with the fragments that it spreads, which many share. */
export const withFragments = <Data, Variables>(operation: string, ...fragments: string[]) =>
  [operation, ...fragments].join('') as DocumentText<Data, Variables>;

/** A mutation whose field, input and payload are named after it, so that no bundle repeats them. */
export const mutation = <Data, Variables>(name: string, payload: string, refusal: string, ...fragments: string[]) =>
  withFragments<Data, Variables>(
    `mutation ${name}($input:${name}Input!){${name.charAt(0).toLowerCase()}${name.slice(1)}(input:$input){__typename ...on ${name}Payload{${payload}}...${refusal}}}`,
    ...fragments,
  );
