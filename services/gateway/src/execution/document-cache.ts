import { BoundedCache } from '@waybill/bounded';
import type { DocumentNode } from 'graphql';

const documentBytes = 8 * 1024 * 1024;
const errorBytes = 1024 * 1024;
/** What graphql-js allocates for each token of a document: the token, its node, and their locations. */
const bytesOfToken = 450;

/** Parsed documents, and syntax errors, by their text: clients repeat the same documents. */
export const createDocumentCaches = () => ({
  documentCache: new BoundedCache<DocumentNode>({ entries: 1_000, bytes: documentBytes, sizeOf }),
  errorCache: new BoundedCache<object>({ entries: 100, bytes: errorBytes, sizeOf: () => 1_000 }),
});

function sizeOf({ loc }: DocumentNode): number {
  let tokens = 0;
  for (let token = loc?.startToken; token; token = token.next ?? undefined) tokens++;
  return tokens * bytesOfToken;
}
