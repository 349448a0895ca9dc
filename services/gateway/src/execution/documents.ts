import { GraphQLError } from 'graphql';
import { inputBounds, variablesRefusal } from './limits/input.ts';
import { badRequest } from './params.ts';

/** The parameters of a request, as every transport passes them. */
type Params = {
  query?: unknown;
  documentId?: unknown;
  operationName?: unknown;
  variables?: unknown;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } } | null | undefined;
};

/**
 * Returns the text of a request's document: its own, or that of the trusted document it names. With trusted documents, no
 * other is executed. Every request passes here before its document is parsed, and is refused where it is too long or too deep.
 */
export const createDocumentReader =
  (trusted: ReadonlyMap<string, string> | undefined) =>
  (params: Params): string | undefined => {
    rejectTooLong(params);
    const given = typeof params.query === 'string' ? params.query : undefined;
    if (!trusted) return given;
    const id = params.documentId ?? params.extensions?.persistedQuery?.sha256Hash;
    const document = typeof id === 'string' ? trusted.get(id.replace(/^sha256:/, '')) : undefined;
    if (document === undefined) throw untrusted();
    return document;
  };

function rejectTooLong({ query, operationName, variables }: Params): void {
  if (isLonger(query, inputBounds.document)) throw tooLong('A document', inputBounds.document);
  if (isLonger(operationName, inputBounds.name)) throw tooLong('operationName', inputBounds.name);
  const refused = variablesRefusal(variables);
  if (refused) throw refused;
}

const isLonger = (text: unknown, most: number): boolean => typeof text === 'string' && text.length > most;

const tooLong = (what: string, most: number) => badRequest(`${what} may have at most ${most} characters`);

const untrusted = () =>
  new GraphQLError('Only trusted documents are executed here: send the id of one as documentId', {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400, spec: true } },
  });
