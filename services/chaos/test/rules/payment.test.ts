import { describe, expect, test } from 'vitest';
import * as rules from '../../src/payment/domain/payment.ts';
import { eur, refusalIn, usd } from '../an-order.ts';

const orderId = 'ORD-1';
const newId = () => 'auth-1';
const anAuthorization = (amount = usd(500), change = 0) => ({ orderId, customerId: 'c-1', amount, change });
const held = () => rules.authorize(undefined, anAuthorization(), newId).payment;
const capturing = (amount = usd(500)) => ({ orderId, authorizationId: 'auth-1', amount });
const captured = () => rules.capture(held(), capturing()).payment;
const refunded = (amountMinor: number) => rules.refund(captured(), { orderId, amount: usd(amountMinor) }).payment;

describe('a hold', () => {
  test('is recorded with its first state', () => {
    const { payment, entry } = rules.authorize(undefined, anAuthorization(usd(500), 3), newId);

    const untouched = { captured: null, refunded: null, undone: false, version: 0 };
    const { amount: authorized, ...authorization } = capturing();
    expect(payment).toEqual({ ...authorization, status: 'AUTHORIZED', authorized, change: 3, ...untouched });
    expect(entry).toEqual({ kind: 'HELD', amount: usd(500) });
  });

  test('is changed by a later change, which is then the newest', () => {
    const { payment, entry } = rules.authorize(held(), anAuthorization(usd(900), 2), newId);

    expect(payment).toEqual({ ...held(), authorized: usd(900), change: 2 });
    expect(entry).toEqual({ kind: 'MOVED', amount: usd(900) });
  });

  test.each([
    ['the same change', 2],
    ['an earlier change', 1],
  ])('is not changed by %s', (_which, change) => {
    const { payment: known } = rules.authorize(held(), anAuthorization(usd(900), 2), newId);

    expect(rules.authorize(known, anAuthorization(usd(100), change), newId)).toEqual({ payment: known, entry: null });
  });

  test('is not changed after its capture, and repeating the first call is not a change', () => {
    expect(refusalIn(() => rules.authorize(captured(), anAuthorization(usd(900), 1), newId))).toBe('ALREADY_CAPTURED');
    expect(rules.authorize(captured(), anAuthorization(), newId)).toEqual({ payment: captured(), entry: null });
  });

  test('is not changed to another currency', () => {
    expect(refusalIn(() => rules.authorize(held(), anAuthorization(eur(500), 1), newId))).toBe('CURRENCY_MISMATCH');
  });

  test('that was compensated is not changed, and repeating the first call is refused as well', () => {
    const { payment: released } = rules.release(held(), orderId);

    const refusals = [0, 1].map((change) =>
      refusalIn(() => rules.authorize(released, anAuthorization(usd(500), change), newId)),
    );

    expect(refusals).toEqual(['ORDER_UNDONE', 'ORDER_UNDONE']);
  });

  test('that has expired is neither changed nor captured', () => {
    const { payment: dead, entry } = rules.expire(held());

    expect([dead.status, entry]).toEqual(['FAILED', { kind: 'EXPIRED', amount: usd(500) }]);
    expect(refusalIn(() => rules.authorize(dead, anAuthorization(), newId))).toBe('AUTHORIZATION_EXPIRED');
    expect(refusalIn(() => rules.capture(dead, capturing()))).toBe('AUTHORIZATION_EXPIRED');
  });

  test('expires only while it is held', () => {
    expect(rules.expire(captured())).toEqual({ payment: captured(), entry: null });
  });
});

describe('a capture', () => {
  test('captures up to the whole hold', () => {
    const { payment, entry } = rules.capture(held(), capturing());

    expect(payment).toEqual({ ...held(), status: 'CAPTURED', captured: usd(500) });
    expect(entry).toEqual({ kind: 'CAPTURED', amount: usd(500) });
  });

  test('with an authorization of another order is not reported as already captured', () => {
    const other = { ...capturing(), authorizationId: 'auth-2' };

    expect(refusalIn(() => rules.capture(captured(), other))).toBe('UNKNOWN_AUTHORIZATION');
  });

  test('is still reported as already captured after a partial refund', () => {
    expect(refusalIn(() => rules.capture(refunded(200), capturing()))).toBe('ALREADY_CAPTURED');
  });

  test('of a payment that was refunded is refused', () => {
    expect(refusalIn(() => rules.capture(refunded(500), capturing()))).toBe('ORDER_UNDONE');
  });
});

describe('a release', () => {
  test('releases the hold, and prevents a later one', () => {
    const { payment, entry, effect } = rules.release(held(), orderId);

    expect(payment).toEqual({ ...held(), status: 'RELEASED', undone: true });
    expect([entry, effect]).toEqual([{ kind: 'RELEASED', amount: usd(500) }, 'DONE']);
  });

  test('of nothing prevents a later capture, once', () => {
    const first = rules.release(undefined, orderId);
    const again = rules.release(first.payment, orderId);

    expect(first).toMatchObject({
      payment: { status: 'RELEASED', undone: true },
      entry: { kind: 'CLOSED', amount: null },
    });
    expect(again).toEqual({ payment: first.payment, entry: null, effect: 'NOTHING_TO_DO' });
  });
});

describe('a refund', () => {
  test('of a part leaves the payment captured, and another refund possible', () => {
    const { payment, entry, effect } = rules.refund(captured(), { orderId, amount: usd(200) });

    expect(payment).toEqual({ ...captured(), refunded: usd(200) });
    expect([entry, effect]).toEqual([{ kind: 'REFUNDED', amount: usd(200) }, 'DONE']);
  });

  test('of all that remains closes the payment, and returns the amount', () => {
    const { payment, entry } = rules.refund(refunded(200), { orderId, amount: usd(300) });

    expect(payment).toEqual({ ...captured(), status: 'REFUNDED', refunded: usd(500), undone: true });
    expect(entry).toEqual({ kind: 'REFUNDED', amount: usd(300) });
    expect(refusalIn(() => rules.refund(payment, { orderId }))).toBe('ALREADY_REFUNDED');
  });

  test('without an amount refunds all that remains', () => {
    expect(rules.refund(refunded(200), { orderId }).entry).toEqual({ kind: 'REFUNDED', amount: usd(300) });
  });

  test('of more than remains, or in another currency, is refused', () => {
    const refusals = [usd(301), eur(1)].map((amount) =>
      refusalIn(() => rules.refund(refunded(200), { orderId, amount })),
    );

    expect(refusals).toEqual(['REFUND_EXCEEDS_CAPTURE', 'CURRENCY_MISMATCH']);
  });

  test('before its capture prevents it once, and the hold stays', () => {
    const first = rules.refund(held(), { orderId });
    const again = rules.refund(first.payment, { orderId });

    expect(first).toMatchObject({ payment: { ...held(), undone: true }, effect: 'NOTHING_TO_DO' });
    expect(again.entry).toBeNull();
  });
});
