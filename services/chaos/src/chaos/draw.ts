import { createHash } from 'node:crypto';
import type { Outcome, Share } from './plan.ts';

/** The inputs of one draw. `attempt` counts the calls of this operation for this order, from 1. */
export type Drawing = { seed: string; orderId: string; operation: string; attempt: number };

/** Draws the outcome of a call: a pure function of its inputs. */
export function draw(shares: readonly Share[], drawing: Drawing): Outcome {
  const [only, ...others] = shares;
  if (only && others.length === 0) return only.outcome;
  const point = chance(drawing, 'outcome') * 100;
  let reached = 0;
  for (const { outcome, percent } of shares) {
    reached += percent;
    if (point < reached) return outcome;
  }
  return 'success';
}

/** A number from 0 to 1, 1 excluded; each purpose has its own. */
export function chance({ seed, orderId, operation, attempt }: Drawing, purpose: string): number {
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, orderId, operation, attempt, purpose]))
    .digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}
