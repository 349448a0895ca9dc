import {
  Address,
  CurrencyCode,
  CustomerId,
  decimalOf,
  Email,
  IdempotencyKey,
  limits,
  millisecondsOf,
  OrderId,
  overLimit,
  type Product,
  takesEffect,
} from '@waybill/contracts';
import type { OrderItem } from '@waybill/contracts/words';
import type { Viewer } from '../builder.ts';
import { type Inspection, inspection } from '../error/inspection.ts';
import type { NewOrder } from './desk.ts';
import { addressOf, type PlaceOrderInput } from './inputs.ts';
import { amountIn, type PriceRule, pricedItem } from './priced-item.ts';

const usualApprovalTimeoutMs = 2 * 60_000;
const longestWaitMs = 30 * 24 * 3_600_000;

type Rules = { viewer: Viewer; products: readonly Product[]; itemsAtMost: number };

/** An order whose every field is right, or `InvalidInput` with every field that is not. */
export function parseOrder(input: PlaceOrderInput, { viewer, products, itemsAtMost }: Rules): NewOrder {
  const door = inspection();
  const currencyCode = door.take(['currencyCode'], CurrencyCode, input.currencyCode ?? 'USD');
  const order: NewOrder = {
    orderId: door.take(['orderId'], OrderId.nullable(), input.orderId ?? null),
    idempotencyKey: door.take(['idempotencyKey'], IdempotencyKey.nullable(), input.idempotencyKey ?? null),
    customerId: door.take(['customerId'], CustomerId, input.customerId),
    customerEmail: door.take(['customerEmail'], Email, input.customerEmail),
    items: pricedItems(input, itemsAtMost, { products, viewer, currencyCode }, door),
    currencyCode,
    shippingAddress: door.take(['shippingAddress'], Address, addressOf(input.shippingAddress)),
    requiresApproval: input.requiresApproval ?? false,
    approvalTimeoutMs: milliseconds('approvalTimeout', input.approvalTimeout, door) ?? usualApprovalTimeoutMs,
    autoApproveAfterMs: milliseconds('autoApproveAfter', input.autoApproveAfter, door),
    plan: input.plan ?? 'AUTHORIZE_FIRST',
  };
  if (door.isCleanAt('approvalTimeout', 'autoApproveAfter') && !takesEffect(order))
    door.refuse(['autoApproveAfter'], 'would never take effect');
  return door.passed(order);
}

function pricedItems(input: PlaceOrderInput, atMost: number, rule: PriceRule, door: Inspection): OrderItem[] {
  if (input.items.length === 0) door.refuse(['items'], 'must not be empty');
  if (input.items.length > atMost) {
    door.refuse(['items'], `must hold at most ${atMost}`);
    return [];
  }
  const items = input.items.map((item, at) => pricedItem(item, rule, ['items', at], door));
  for (const sku of door.isCleanAt('items') ? overLimit(items) : [])
    door.refuse(['items'], `must want at most ${limits.quantity} of ${sku}`);
  checkTotal(input.totalAmount ?? null, items, rule.currencyCode, door);
  return items;
}

/** Only items that are right themselves have a sum to compare with. */
function checkTotal(written: string | null, items: OrderItem[], currencyCode: string, door: Inspection): void {
  const total = written === null ? undefined : amountIn(currencyCode, written, ['totalAmount'], door);
  if (!door.isCleanAt('items', 'currencyCode')) return;
  const sum = items.reduce((so, { quantity, unitPrice }) => so + BigInt(quantity) * BigInt(unitPrice.amountMinor), 0n);
  if (sum > Number.MAX_SAFE_INTEGER) door.refuse(['items'], 'add up to more than can be charged');
  else if (total && BigInt(total.amountMinor) !== sum) {
    const right = decimalOf({ amountMinor: Number(sum), currencyCode });
    door.refuse(['totalAmount'], `is not the sum of the items, ${right}`);
  }
}

function milliseconds(field: string, duration: string | null | undefined, door: Inspection): number | null {
  if (duration === null || duration === undefined) return null;
  const ms = millisecondsOf(duration);
  if (ms === undefined) door.refuse([field], 'is not an ISO 8601 duration such as "PT2M"');
  else if (ms <= 0) door.refuse([field], 'must be longer than no time');
  else if (ms > longestWaitMs) door.refuse([field], 'must be at most 30 days');
  return ms ?? null;
}
