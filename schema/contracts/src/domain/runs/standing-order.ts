import { reservedIdSuffix } from '../names.ts';
import type { Address, Money, StepError } from '../order.ts';
import type { FulfillmentPlan } from '../steps.ts';
import type { PlacementOutcome } from './kinds.ts';

const minuteMs = 60_000;

export const standingOrderLimits = {
  everyMs: { least: minuteMs, most: 365 * 24 * 60 * minuteMs },
  times: 100_000,
  /** The newest placements that the state of a standing order carries. */
  placementsKept: 100,
} as const;

/** Without a price, the catalogue's price of the day applies. */
export type StandingOrderItem = { sku: string; quantity: number; price: Money | null };

/** The order that is placed each period. */
export type StandingOrderTemplate = {
  customerId: string;
  customerEmail: string;
  items: StandingOrderItem[];
  currencyCode: string;
  shippingAddress: Address;
  requiresApproval: boolean;
  approvalTimeoutMs: number;
  autoApproveAfterMs: number | null;
  plan: FulfillmentPlan;
};

/** One period of a standing order, numbered from 1. */
export type StandingPlacement = {
  number: number;
  at: string;
  outcome: PlacementOutcome;
  orderId: string | null;
  problem: StepError | null;
};

/** The id of the order that a standing order places in this period. */
export const placementOrderId = (runId: string, number: number): string =>
  `ORD-${runId.slice('STO-'.length)}-${number}`;

/** The id of that order if the first is taken: only this system assigns it. */
export const reservedOrderId = (orderId: string): string => `${orderId}${reservedIdSuffix}`;
