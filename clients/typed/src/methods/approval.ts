import type { OrderDetailsFragment } from '../generated/graphql.ts';

/** Whether an order was just placed and will ask for approval, but does not yet. */
export const willAskForApproval = ({
  status,
  requiresApproval,
  steps,
}: Pick<OrderDetailsFragment, 'status' | 'requiresApproval' | 'steps'>): boolean =>
  requiresApproval &&
  (status === 'RECEIVED' || status === 'PROCESSING') &&
  steps.some((step) => step.name === 'AWAIT_APPROVAL' && step.status === 'PENDING');
