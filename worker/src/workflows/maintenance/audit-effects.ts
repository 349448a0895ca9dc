import { ActivityFailure, proxyActivities } from '@temporalio/workflow';
import type { BookAuditActivities, EffectKind, EffectsProgress } from '../../activities/book-audit.ts';

const { lookAgainAtEffects, compareEffects } = proxyActivities<BookAuditActivities>({
  startToCloseTimeout: '5m',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '30s', maximumAttempts: 3 },
});

/** The most calls for each kind in one audit: the next audit continues from there. */
const callsAtMost = 100;

/**
 * The progress of the comparison of effects, and what differs; `unanswered` if the providers or the book are
 * unavailable.
 */
export type EffectsAudit = Record<EffectKind, EffectsProgress & { compared: number; unanswered: boolean }>;

const nothing = { after: '0', different: [], compared: 0, unanswered: false };

/**
 * Compares money, stock and shipments at the providers with the final state of each order and payment that was closed
 * since the last audit, and checks again what differed then.
 */
export const auditEffects = async (before?: EffectsAudit): Promise<EffectsAudit> => ({
  orders: await audited('orders', before?.orders),
  runs: await audited('runs', before?.runs),
});

async function audited(
  kind: EffectKind,
  before: EffectsAudit[EffectKind] = nothing,
): Promise<EffectsAudit[EffectKind]> {
  let audit = { ...before, compared: 0, unanswered: false };
  try {
    if (audit.different.length > 0) audit.different = await lookAgainAtEffects(kind, audit.different);
    for (let calls = 0; calls < callsAtMost; calls++) {
      const { after, different, compared, hasMore } = await compareEffects(kind, audit);
      audit = { ...audit, after, different, compared: audit.compared + compared };
      if (!hasMore) break;
    }
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    audit.unanswered = true;
  }
  return audit;
}
