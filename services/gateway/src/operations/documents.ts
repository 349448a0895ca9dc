import { GraphQLError } from 'graphql';

/** The parts of a request that say which document is meant. */
type Params = {
  query?: unknown;
  documentId?: unknown;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } } | null | undefined;
};

/**
 * The text of the document that is meant: itself, or by the id of a trusted one. Where documents are trusted, no other
 * is executed.
 */
export const documentsFrom =
  (trusted: ReadonlyMap<string, string> | undefined) =>
  (params: Params): string | undefined => {
    const given = typeof params.query === 'string' ? params.query : undefined;
    if (!trusted) return given;
    const id = params.documentId ?? params.extensions?.persistedQuery?.sha256Hash;
    const document = typeof id === 'string' ? trusted.get(id.replace(/^sha256:/, '')) : undefined;
    if (document === undefined) throw untrusted();
    return document;
  };

const untrusted = () =>
  new GraphQLError('Only trusted documents are executed here: send the id of one as documentId', {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400, spec: true } },
  });
