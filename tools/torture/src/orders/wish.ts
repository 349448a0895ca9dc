import type { FulfillmentPlan } from '@waybill/client';
import type { Random } from '@waybill/random';
import { type Intervention, interventions } from './intervention.ts';

export type Wish = {
  orderId: string;
  requiresApproval: boolean;
  plan: FulfillmentPlan;
  answer: 'approve' | 'reject' | 'cancel' | 'cancelWorkflow' | 'none';
  afterMs: number;
  /** What is changed before the answer. */
  changes: Change[];
  /** What an operator does, once it is offered. */
  intervention: Intervention | undefined;
  /** Whether another command is sent after the order has closed. */
  comesLate: boolean;
  /** The order's workflow is terminated after this time. */
  terminatedAfterMs: number | undefined;
};

export type Change = 'item' | 'address' | 'part of the address';

/** The shares of orders that are changed, that need an operator, and that lose their workflow. */
const changedShare = 0.5;
const failingShare = 0.3;
const terminatedShare = 0.08;

/** The next order and its commands, all drawn before any fault. */
export function wishOf(random: Random, number: number, seed: number): Wish {
  const requiresApproval = random.next() < 0.4;
  const intervention = random.next() < failingShare ? random.oneOf(interventions) : undefined;
  return {
    orderId: `T-${seed}-${number}`,
    requiresApproval,
    plan: random.oneOf<FulfillmentPlan>(['AUTHORIZE_FIRST', 'AUTHORIZE_FIRST', 'RESERVE_FIRST']),
    answer: answerOf(random, requiresApproval, intervention),
    afterMs: random.between(0, 4_000),
    changes: random.next() < changedShare ? random.oneOf(changes) : [],
    intervention,
    comesLate: random.next() < 0.3,
    terminatedAfterMs: random.next() < terminatedShare ? random.between(0, 8_000) : undefined,
  };
}

const changes: readonly [Change[], ...Change[][]] = [
  ['item'],
  ['address'],
  ['part of the address'],
  ['item', 'part of the address', 'item'],
];

/** A compensation is settled only where there is one: such an order is cancelled. */
function answerOf(random: Random, requiresApproval: boolean, intervention: Intervention | undefined): Wish['answer'] {
  const mood = random.next();
  const isUndone = intervention?.action === 'SETTLE_COMPENSATION';
  if (mood < 0.15 || isUndone) return random.oneOf<Wish['answer']>(['cancel', 'cancelWorkflow']);
  if (!requiresApproval) return 'none';
  return mood < 0.3 ? 'reject' : 'approve';
}
