import type { OrderSummaryFragment } from '@waybill/client';

type Urgent = Pick<OrderSummaryFragment, 'health' | 'approvalDeadline' | 'createdAt'>;

const groups = ['WAITING_FOR_PERSON', 'STUCK', 'RETRYING'];
const groupOf = ({ health }: Urgent) => (groups.indexOf(health) + groups.length) % groups.length;
const deadlineOf = ({ approvalDeadline, createdAt }: Urgent) => Date.parse(approvalDeadline ?? createdAt);

/** Orders that wait for a person come first, by deadline; then stuck ones, then retrying ones. */
export const urgency = (one: Urgent, other: Urgent): number =>
  groupOf(one) - groupOf(other) || deadlineOf(one) - deadlineOf(other);
