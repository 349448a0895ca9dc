import type { OrderDetailsFragment } from './generated/graphql.ts';

/** Whether an order will ask for approval, and does not yet: it was placed a moment ago. */
export const willAskForApproval = ({
  status,
  requiresApproval,
  steps,
}: Pick<OrderDetailsFragment, 'status' | 'requiresApproval' | 'steps'>): boolean =>
  requiresApproval &&
  (status === 'RECEIVED' || status === 'PROCESSING') &&
  steps.some((step) => step.name === 'AWAIT_APPROVAL' && step.status === 'PENDING');
