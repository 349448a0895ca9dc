import {
  type AggregationStrategy,
  AuditDocument,
  CatalogueDocument,
  JournalDocument,
  type JournalQuery,
  type JournalQueryVariables,
  RepairAuditDocument,
  RestockDocument,
  ServicesDocument,
  UserContextDocument,
  ViewerDocument,
} from '../generated/graphql.ts';
import type { Read } from '../http/read.ts';
import type { RequestOptions } from '../http/request.ts';
import { type Paging, pages } from '../streams/pages.ts';
import { createCommand } from './command.ts';

export type JournalPage = JournalQuery['journal'];
export type JournalFilter = Omit<JournalQueryVariables, 'first' | 'after'>;

export const createCatalogue = (read: Read) => ({
  list: (options?: RequestOptions) => read(CatalogueDocument, {}, options),
  restock: (sku: string, quantity: number, options?: RequestOptions) =>
    createCommand(read)(RestockDocument, { sku, quantity }, options),
});

/** For managers and operators: the entries of all orders. */
export const createJournal = (read: Read) => ({
  /** All pages, newest first. */
  list: (filter: JournalFilter = {}, paging?: Paging) =>
    pages(paging, (page, options) => read(JournalDocument, { ...filter, ...page }, options)),
});

type ContextOptions = RequestOptions & { userId?: string; strategy?: AggregationStrategy };

/** Queries about the whole shop. */
export const createQuestions = (read: Read) => ({
  /** The identity and rights of the viewer. */
  viewer: (options?: RequestOptions) => read(ViewerDocument, {}, options),
  /** For managers and operators: the health of each service. */
  services: (options?: RequestOptions) => read(ServicesDocument, {}, options),
  /** For operators: whether money and stock balance; undefined while the providers cannot be reached. */
  audit: async ({ first, ...options }: RequestOptions & { first?: number } = {}) =>
    (await read(AuditDocument, { first }, options)) ?? undefined,
  /** For operators: undoes what the providers hold for unknown orders, one page per call. */
  repairAudit: (after?: string | null, options?: RequestOptions) =>
    createCommand(read)(RepairAuditDocument, { after: after ?? null }, options),
  /** What is known about a user, by default the viewer, collected without a workflow. */
  userContext: ({ userId, strategy, ...options }: ContextOptions = {}) =>
    read(UserContextDocument, { userId, strategy }, options),
});
