import { ActivityFailure, isCancellation, patched, proxyActivities } from '@temporalio/workflow';
import type { OrderState, PlacedOrder } from '@waybill/contracts/words';
import type { EnrichmentActivities } from '../../activities/enrichment.ts';
import { willGiveUp } from './activities/patience.ts';
import { linesOf } from './state/stock-lines.ts';

/** Orders that were begun before there was such a step go on without it. */
export const knowsEnrichment = (): boolean => patched('enrich');

/** Asks for everything at once. What cannot be had is null, and holds up nothing. */
export async function enrichmentOf({ items }: OrderState, placed: PlacedOrder) {
  const { readProfile, checkStock, readRecommendations } = proxyActivities<EnrichmentActivities>(
    willGiveUp('ENRICH', placed),
  );
  const { orderId, correlationId, customerId } = placed;
  const which = { orderId, correlationId };
  const [profile, stock, recommendations] = await Promise.all([
    orNull(readProfile({ ...which, customerId })),
    orNull(checkStock({ ...which, lines: linesOf(items) })),
    orNull(readRecommendations({ ...which, customerId })),
  ]);
  return {
    attempt: 1,
    customer: profile && { name: profile.name, tier: profile.tier },
    inStock: stock?.lines.every(({ sufficient }) => sufficient) ?? null,
    recommendations: recommendations?.skus.slice(0, 10) ?? null,
  };
}

const orNull = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((failure: unknown) => {
    if (!(failure instanceof ActivityFailure) || isCancellation(failure)) throw failure;
    return null;
  });
