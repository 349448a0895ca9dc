import { Context } from '@temporalio/activity';
import type { Sinks } from '@temporalio/workflow';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { ProvidersClient } from '@waybill/providers-client';
import {
  compareEffects,
  type Difference,
  type EffectKind,
  type EffectsPage,
  type EffectsProgress,
  lookAgainAtEffects,
} from '../book-audit/effects.ts';
import type { AuditTimes } from '../book-audit/lost-records.ts';
import type { AuditCursor } from '../book-audit/page.ts';
import { type Executions, type Reconciliation, reconcilePage } from '../book-audit/reconcile.ts';

export type { EffectKind, EffectsProgress };

export type AuditedPage = { found: Reconciliation; next: AuditCursor | null };

/** The number of findings of a pass, by kind. */
export type AuditFindings = Record<Exclude<keyof Reconciliation, 'compared'> | 'unbalanced', number>;

/** Receives the result of each pass; a workflow's history does not record it. */
export interface AuditSinks extends Sinks {
  audit: { passed(findings: AuditFindings): void };
}

/** Pages of the book's feed for each call of the comparison of effects. */
const pagesAtOnce = 50;

type Clients = { book: OrderBookClient; providers: Pick<ProvidersClient, 'audit'> };

/**
 * The audit of the order book, a page at a time: where book and engine differ, the engine is right. Where the providers
 * differ from the final state of an order or run, a person must look.
 */
export const createBookAuditActivities = ({ book, providers: { audit } }: Clients, engine: Executions) => ({
  async reconcilePage(cursor?: AuditCursor, times?: AuditTimes): Promise<AuditedPage> {
    const context = Context.current();
    const telling =
      <Answer>(read: (id: string, afterSeq: number) => Promise<Answer>) =>
      (id: string, afterSeq: number) => {
        context.heartbeat({ id });
        return read(id, afterSeq);
      };
    const runs = { ...engine.runs, read: telling(engine.runs.read) };
    return reconcilePage(book, { ...engine, read: telling(engine.read), runs }, cursor, times && { times });
  },

  lookAgainAtEffects: (kind: EffectKind, before: Difference[]): Promise<Difference[]> =>
    lookAgainAtEffects(book, audit, kind, before),

  async compareEffects(kind: EffectKind, progress: EffectsProgress): Promise<EffectsPage> {
    let page: EffectsPage = { ...progress, compared: 0, hasMore: true };
    for (let pages = 0; page.hasMore && pages < pagesAtOnce; pages++) {
      Context.current().heartbeat({ kind, after: page.after });
      const { compared } = page;
      page = await compareEffects(book, audit, kind, page);
      page.compared += compared;
    }
    return page;
  },
});

export type BookAuditActivities = ReturnType<typeof createBookAuditActivities>;
