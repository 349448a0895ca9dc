import { limits, overLimit } from '../domain/limits.ts';

// The checks that orders and standing orders have in common, as arguments of zod's `refine`.

type Check<Input> = [holds: (input: Input) => boolean, problem: { path: string[]; message: string }];

type AutoApproval = { requiresApproval: boolean; approvalTimeoutMs: number; autoApproveAfterMs: number | null };

/** An automatic approval has an effect only if approval is required, and before its deadline. */
export const takesEffect = (order: AutoApproval): boolean =>
  order.autoApproveAfterMs === null || (order.requiresApproval && order.autoApproveAfterMs < order.approvalTimeoutMs);

export const noEffect = 'needs an approval with a longer timeout';

export const autoApproval: Check<AutoApproval> = [takesEffect, { path: ['autoApproveAfterMs'], message: noEffect }];

export const quantityOfProducts: Check<{ items: Parameters<typeof overLimit>[0] }> = [
  ({ items }) => overLimit(items).length === 0,
  { path: ['items'], message: `must request at most ${limits.quantity} of one product` },
];
