import { createCommand } from './command.ts';
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
} from './generated/graphql.ts';
import { type Paging, pages } from './pages.ts';
import type { Request, RequestOptions } from './request.ts';

export type JournalPage = JournalQuery['journal'];
export type JournalFilter = Omit<JournalQueryVariables, 'first' | 'after'>;

export const createCatalogue = (request: Request) => ({
  list: async (options?: RequestOptions) => (await request(CatalogueDocument, {}, options)).catalogue,
  restock: (sku: string, quantity: number, options?: RequestOptions) =>
    createCommand(request)(RestockDocument, 'restock', { sku, quantity }, options),
});

/** For managers and operators: the entries of all orders. */
export const createJournal = (request: Request) => ({
  /** Page after page, newest first. */
  list: (filter: JournalFilter = {}, paging: Paging = {}) =>
    pages(
      paging,
      async (page, options): Promise<JournalPage> =>
        (await request(JournalDocument, { ...filter, ...page }, options)).journal,
    ),
});

type ContextOptions = RequestOptions & { userId?: string; strategy?: AggregationStrategy };

/** What is asked of the whole shop at once. */
export const createQuestions = (request: Request) => ({
  /** Who is asking, and may do what. */
  viewer: async (options?: RequestOptions) => (await request(ViewerDocument, {}, options)).viewer,
  /** For managers and operators: how each service is. */
  services: async (options?: RequestOptions) => (await request(ServicesDocument, {}, options)).services,
  /** For operators: whether money and stock balance; undefined while the providers are away. */
  audit: async ({ first, ...options }: RequestOptions & { first?: number } = {}) =>
    (await request(AuditDocument, { first }, options)).audit ?? undefined,
  /** For operators: has undone what the providers keep for orders that nobody knows, a page at a time. */
  repairAudit: (after?: string | null, options?: RequestOptions) =>
    createCommand(request)(RepairAuditDocument, 'repairAudit', { after: after ?? null }, options),
  /** What is known of a user, gathered without a workflow: of the viewer, where nobody is named. */
  userContext: async ({ userId, strategy, ...options }: ContextOptions = {}) =>
    (await request(UserContextDocument, { userId, strategy }, options)).userContext,
});
