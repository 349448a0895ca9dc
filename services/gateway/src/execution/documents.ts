import { GraphQLError } from 'graphql';
import { inputBounds, variablesRefusal } from './limits/input.ts';
import { badRequest } from './params.ts';

/** What a request says, as every transport hands it over. */
type Params = {
  query?: unknown;
  documentId?: unknown;
  operationName?: unknown;
  variables?: unknown;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } } | null | undefined;
};

/**
 * The text of the document that is meant: itself, or by the id of a trusted one. Where documents are trusted, no other
 * is executed. Every request passes here before it is parsed: what is too long or too deep in it goes no further.
 */
export const documentsFrom =
  (trusted: ReadonlyMap<string, string> | undefined) =>
  (params: Params): string | undefined => {
    refuseTooLong(params);
    const given = typeof params.query === 'string' ? params.query : undefined;
    if (!trusted) return given;
    const id = params.documentId ?? params.extensions?.persistedQuery?.sha256Hash;
    const document = typeof id === 'string' ? trusted.get(id.replace(/^sha256:/, '')) : undefined;
    if (document === undefined) throw untrusted();
    return document;
  };

function refuseTooLong({ query, operationName, variables }: Params): void {
  if (isLonger(query, inputBounds.document)) throw tooLong('A document', inputBounds.document);
  if (isLonger(operationName, inputBounds.name)) throw tooLong('operationName', inputBounds.name);
  const refused = variablesRefusal(variables);
  if (refused) throw refused;
}

const isLonger = (text: unknown, most: number): boolean => typeof text === 'string' && text.length > most;

const tooLong = (what: string, most: number) => badRequest(`${what} has ${most} characters at most`);

const untrusted = () =>
  new GraphQLError('Only trusted documents are executed here: send the id of one as documentId', {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400, spec: true } },
  });
