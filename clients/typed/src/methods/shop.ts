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
import type { Request, RequestOptions } from '../http/request.ts';
import { type Paging, pages } from '../streams/pages.ts';
import { createCommand } from './command.ts';

export type JournalPage = JournalQuery['journal'];
export type JournalFilter = Omit<JournalQueryVariables, 'first' | 'after'>;

export const createCatalogue = (request: Request) => ({
  list: async (options?: RequestOptions) => (await request(CatalogueDocument, {}, options)).catalogue,
  restock: (sku: string, quantity: number, options?: RequestOptions) =>
    createCommand(request)(RestockDocument, { sku, quantity }, options),
});

/** For managers and operators: the entries of all orders. */
export const createJournal = (request: Request) => ({
  /** All pages, newest first. */
  list: (filter: JournalFilter = {}, paging?: Paging) =>
    pages(
      paging,
      async (page, options): Promise<JournalPage> =>
        (await request(JournalDocument, { ...filter, ...page }, options)).journal,
    ),
});

type ContextOptions = RequestOptions & { userId?: string; strategy?: AggregationStrategy };

/** Queries about the whole shop. */
export const createQuestions = (request: Request) => ({
  /** The identity and rights of the viewer. */
  viewer: async (options?: RequestOptions) => (await request(ViewerDocument, {}, options)).viewer,
  /** For managers and operators: the health of each service. */
  services: async (options?: RequestOptions) => (await request(ServicesDocument, {}, options)).services,
  /** For operators: whether money and stock balance; undefined while the providers cannot be reached. */
  audit: async ({ first, ...options }: RequestOptions & { first?: number } = {}) =>
    (await request(AuditDocument, { first }, options)).audit ?? undefined,
  /** For operators: undoes what the providers hold for unknown orders, one page per call. */
  repairAudit: (after?: string | null, options?: RequestOptions) =>
    createCommand(request)(RepairAuditDocument, { after: after ?? null }, options),
  /** What is known about a user, by default the viewer, collected without a workflow. */
  userContext: async ({ userId, strategy, ...options }: ContextOptions = {}) =>
    (await request(UserContextDocument, { userId, strategy }, options)).userContext,
});
