import { limits, overLimit } from '../domain/limits.ts';
import type { OrderItem } from '../domain/order.ts';
import { noEffect, takesEffect } from '../order/checks.ts';
import {
  Email,
  GivenAddress,
  GivenCustomerId,
  GivenOrderId,
  IdempotencyKey,
  NewPaymentReference,
} from '../order/order.ts';
import type { Validation } from '../validation/validation.ts';
import { millisecondsOf } from '../values/duration.ts';
import { CurrencyCode, decimalOf } from '../values/money.ts';
import type { AddressRequest, NewOrder, OrderRequest } from './new-order.ts';
import { amountIn, type PriceRule, priceItem } from './price-item.ts';

const usualApprovalTimeoutMs = 2 * 60_000;
const longestWaitMs = 30 * 24 * 3_600_000;

type Rules = Omit<PriceRule, 'currencyCode'> & { itemsAtMost: number };

/** Parses an order. If a field is wrong, `validation` has all problems, and the result must not be used. */
export function parseOrder(input: OrderRequest, { itemsAtMost, ...prices }: Rules, validation: Validation): NewOrder {
  const currencyCode = validation.parse(['currencyCode'], CurrencyCode, input.currencyCode ?? 'USD');
  const order: NewOrder = {
    orderId: validation.parse(['orderId'], GivenOrderId.nullable(), input.orderId ?? null),
    idempotencyKey: validation.parse(['idempotencyKey'], IdempotencyKey.nullable(), input.idempotencyKey ?? null),
    customerId: validation.parse(['customerId'], GivenCustomerId, input.customerId),
    customerEmail: validation.parse(['customerEmail'], Email, input.customerEmail),
    items: priceItems(input, itemsAtMost, { ...prices, currencyCode }, validation),
    currencyCode,
    shippingAddress: validation.parse(['shippingAddress'], GivenAddress, addressOf(input.shippingAddress)),
    requiresApproval: input.requiresApproval ?? false,
    approvalTimeoutMs: milliseconds('approvalTimeout', input.approvalTimeout, validation) ?? usualApprovalTimeoutMs,
    autoApproveAfterMs: milliseconds('autoApproveAfter', input.autoApproveAfter, validation),
    plan: input.plan ?? 'AUTHORIZE_FIRST',
    paymentReference: validation.parse(
      ['paymentReference'],
      NewPaymentReference.nullable(),
      input.paymentReference ?? null,
    ),
  };
  if (validation.isCleanAt('approvalTimeout', 'autoApproveAfter') && !takesEffect(order))
    validation.refuse(['autoApproveAfter'], noEffect);
  return order;
}

function priceItems(input: OrderRequest, atMost: number, rule: PriceRule, validation: Validation): OrderItem[] {
  if (input.items.length === 0) validation.refuse(['items'], 'must not be empty');
  if (input.items.length > atMost) {
    validation.refuse(['items'], `must have at most ${atMost} entries`);
    return [];
  }
  const items = input.items.map((item, at) => priceItem(item, rule, ['items', at], validation));
  for (const sku of validation.isCleanAt('items') ? overLimit(items) : [])
    validation.refuse(['items'], `must request at most ${limits.quantity} of ${sku}`);
  checkTotal(input.totalAmount ?? null, items, rule.currencyCode, validation);
  return items;
}

/** The total is compared only if the items are valid. */
function checkTotal(written: string | null, items: OrderItem[], currencyCode: string, validation: Validation): void {
  const total = written === null ? undefined : amountIn(currencyCode, written, ['totalAmount'], validation);
  if (!validation.isCleanAt('items', 'currencyCode')) return;
  const sum = items.reduce((so, { quantity, unitPrice }) => so + BigInt(quantity) * BigInt(unitPrice.amountMinor), 0n);
  if (sum > limits.amountMinor)
    validation.refuse(['items'], 'must add up to less: the total is higher than a payment can be');
  else if (total && BigInt(total.amountMinor) !== sum) {
    const right = decimalOf({ amountMinor: Number(sum), currencyCode });
    validation.refuse(['totalAmount'], `is not the sum of the items, ${right}`);
  }
}

function milliseconds(field: string, duration: string | null | undefined, validation: Validation): number | null {
  if (duration === null || duration === undefined) return null;
  const ms = millisecondsOf(duration);
  if (ms === undefined) validation.refuse([field], 'is not an ISO 8601 duration such as "PT2M"');
  else if (ms <= 0) validation.refuse([field], 'must be greater than zero');
  else if (ms > longestWaitMs) validation.refuse([field], 'must be at most 30 days');
  return ms ?? null;
}

/** An address in the form of the contracts: blank fields are omitted. */
export const addressOf = ({ state, zip, ...input }: AddressRequest) => ({
  ...input,
  state: isBlank(state) ? null : state,
  zip: isBlank(zip) ? '' : zip,
});

const isBlank = (text: string | null | undefined): text is null | undefined | '' => !text?.trim();
