import { continueAsNew, proxyActivities, proxySinks, workflowInfo } from '@temporalio/workflow';
import type { AuditedPage, AuditSinks, BookAuditActivities } from '../../activities/book-audit.ts';
import { auditEffects, type EffectsAudit } from './audit-effects.ts';
import { type Pages, readPages } from './audit-pages.ts';
import { findingsOf } from './findings.ts';

const { reconcilePage } = proxyActivities<BookAuditActivities>({
  startToCloseTimeout: '5m',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '30s' },
});

const { audit: metrics } = proxySinks<AuditSinks>();

/** The search for what the book has lost: the audit that began it, and where the next one continues; null after its end. */
type Search = { begunAt: string; rest: AuditedPage['next'] };
type Audited = AuditedPage['found'] & { search: Search; effects: EffectsAudit };
type Audit = Partial<Pages> & { before?: EffectsAudit | undefined; last?: Search | undefined };

/**
 * Compares the order book with the engine and updates what lags, then the providers with what is closed. Its progress
 * is in its history, so it continues after any crash at the same page. Its findings are the workflow's result, with
 * which the next audit starts.
 */
export async function auditBooks(audit: Audit = {}): Promise<Audited> {
  const { before = lastAudit().effects, last = lastAudit().search } = audit;
  const startedAt = workflowInfo().startTime.toISOString();
  const seen = last && before ? { ...last, orders: before.orders.after, runs: before.runs.after } : undefined;

  const pages = await readPages((cursor) => reconcilePage(cursor, { startedAt, last: seen }), {
    begunAt: startedAt,
    ...audit,
  });
  if (!pages.isOver) return continueAsNew<typeof auditBooks>({ ...pages, before, last });

  const search = { begunAt: pages.begunAt, rest: pages.next };
  const audited = { ...pages.found, search, effects: await auditEffects(before) };
  metrics.passed(findingsOf(audited));
  return audited;
}

const lastAudit = (): Partial<Pick<Audited, 'search' | 'effects'>> => workflowInfo().lastResult ?? {};
