import { ActivityFailure, isCancellation, patched } from '@temporalio/workflow';
import type { OrderState, PlacedOrder } from '@waybill/contracts/domain';
import type { StepActivities } from '../activities/proxies.ts';
import { stockLines } from '../state/stock-lines.ts';

/** Orders that started before this step existed continue without it. */
export const knowsEnrichment = (): boolean => patched('enrich');

/**
 * Reads profile, stock and recommendations in parallel. A part that cannot be read is null, and does not fail the
 * order.
 */
export async function enrich({ items }: OrderState, placed: PlacedOrder, activities: StepActivities) {
  const { readProfile, checkStock, readRecommendations } = activities;
  const { orderId, correlationId, customerId } = placed;
  const orderRef = { orderId, correlationId };
  const [profile, stock, recommendations] = await Promise.all([
    orNull(readProfile({ ...orderRef, customerId })),
    orNull(checkStock({ ...orderRef, lines: stockLines(items) })),
    orNull(readRecommendations({ ...orderRef, customerId })),
  ]);
  return {
    attempt: 1,
    customer: profile && { name: profile.name, tier: profile.tier },
    inStock: stock?.lines.every(({ sufficient }) => sufficient) ?? null,
    recommendations: recommendations?.skus.slice(0, 10) ?? null,
  };
}

const orNull = <T>(part: Promise<T>): Promise<T | null> =>
  part.catch((failure: unknown) => {
    if (!(failure instanceof ActivityFailure) || isCancellation(failure)) throw failure;
    return null;
  });
