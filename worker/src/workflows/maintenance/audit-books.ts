import { continueAsNew, proxyActivities, proxySinks, workflowInfo } from '@temporalio/workflow';
import type { AuditedPage, AuditFindings, AuditSinks, BookAuditActivities } from '../../activities/book-audit.ts';
import { auditEffects, type EffectsAudit } from './audit-effects.ts';

const { reconcilePage } = proxyActivities<BookAuditActivities>({
  startToCloseTimeout: '5m',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '30s' },
});

const { audit: metrics } = proxySinks<AuditSinks>();

/** The most pages in one history, and ids of each kind in a result. */
const pagesAtMost = 500;
const idsKept = 200;

type Audited = AuditedPage['found'] & { startedAt: string; effects: EffectsAudit };
type LastAudit = Partial<Pick<Audited, 'startedAt' | 'effects'>>;
type Audit = Partial<AuditedPage> & {
  before?: EffectsAudit | undefined;
  last?: string | undefined;
  startedAt?: string;
};

/**
 * Compares the order book with the engine and updates what lags, then the providers with what is closed. Its progress
 * is in its history, so it continues after any crash at the same page. Its findings are the workflow's result, with
 * which the next audit starts.
 */
export async function auditBooks({
  found,
  next,
  before = lastAudit().effects,
  last = lastAudit().startedAt,
  startedAt = workflowInfo().startTime.toISOString(),
}: Audit = {}): Promise<Audited> {
  const seen = last && before ? { startedAt: last, orders: before.orders.after, runs: before.runs.after } : undefined;
  let audit = merged(found, await reconcilePage(next ?? undefined, seen));
  for (let pages = 1; audit.next !== null; pages++) {
    if (pages === pagesAtMost) return continueAsNew<typeof auditBooks>({ ...audit, before, last, startedAt });
    audit = merged(audit.found, await reconcilePage(audit.next, seen));
  }
  const audited = { ...audit.found, startedAt, effects: await auditEffects(before) };
  metrics.passed(findingsOf(audited));
  return audited;
}

const findingsOf = ({ mended, lost, recovered, unanswered, stuck, refused, effects }: Audited): AuditFindings => ({
  ...{ mended: mended.length, lost: lost.length, recovered: recovered.length },
  ...{ unanswered: unanswered.length, stuck: stuck.length, refused: refused.length },
  unbalanced: effects.orders.different.length + effects.runs.different.length,
});

const lastAudit = (): LastAudit => (workflowInfo().lastResult as LastAudit | undefined) ?? {};

function merged(before: AuditedPage['found'] | undefined, { found, next }: AuditedPage): AuditedPage {
  if (!before) return { found, next };
  const both = <T>(one: T[], other: T[]) => [...one, ...other].slice(0, idsKept);
  return {
    found: {
      compared: before.compared + found.compared,
      mended: both(before.mended, found.mended),
      lost: both(before.lost, found.lost),
      recovered: both(before.recovered, found.recovered),
      unanswered: both(before.unanswered, found.unanswered),
      stuck: both(before.stuck, found.stuck),
      refused: both(before.refused, found.refused),
    },
    next,
  };
}
