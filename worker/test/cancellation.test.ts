import { stepsOf } from '@waybill/contracts/domain';
import { describe, expect, test } from 'vitest';
import { createCancellation } from '../src/workflows/order/commands/cancellation.ts';
import type { Ending, OrderSaga } from '../src/workflows/order/saga/saga.ts';
import { OrderRecord } from '../src/workflows/order/state/order-record.ts';
import { anOrder } from './support/order.ts';

const unshown = { status: () => undefined, total: () => undefined };

describe('a cancellation', () => {
  const aSaga = (isHalted = false) => {
    const placed = anOrder();
    const order = OrderRecord.placed(placed, [...stepsOf[placed.plan]], unshown);
    const endings: Ending[] = [];
    const verdicts: (string | null)[] = [];
    const saga = { isHalted, halt: (ending: Ending) => void endings.push(ending) } as unknown as OrderSaga;
    const cancellation = createCancellation(order, saga);
    const by = { actor: 'maria', correlationId: 'cor-1' };
    const cancels = (reason: string) =>
      cancellation.request({ reason, by, decide: (refusal) => void verdicts.push(refusal) });
    return { order, endings, verdicts, cancellation, cancels };
  };

  test('is accepted at once, with its actor and the state of the order', () => {
    const { order, endings, verdicts, cancels } = aSaga();
    order.steps.start('VALIDATE');

    cancels('changed my mind');

    expect(verdicts).toEqual([null]);
    expect(endings).toEqual([
      {
        status: 'CANCELLED',
        failure: { code: 'CANCELLED', message: 'changed my mind', step: 'VALIDATE' },
        by: { actor: 'maria', correlationId: 'cor-1' },
      },
    ]);
  });

  test('during the hand-over waits, and is too late when the carrier accepts the package', () => {
    const { order, endings, verdicts, cancellation, cancels } = aSaga();
    order.steps.start('DISPATCH_CARRIER');

    cancels('first');
    cancels('second');
    const meanwhile = [...verdicts];
    cancellation.refusePending();
    cancellation.refusePending();

    expect([meanwhile, verdicts, endings]).toEqual([[], ['ALREADY_SHIPPED', 'ALREADY_SHIPPED'], []]);
  });

  test('during the hand-over is refused when an operator gives up the hand-over', () => {
    const { order, endings, verdicts, cancellation, cancels } = aSaga(true);
    order.steps.start('DISPATCH_CARRIER');
    cancels('in time');

    cancellation.grantPending();

    expect([verdicts, endings]).toEqual([['ORDER_CLOSED'], []]);
  });

  test('during the hand-over is accepted once when the carrier refuses the package', () => {
    const { order, endings, verdicts, cancellation, cancels } = aSaga();
    order.steps.start('DISPATCH_CARRIER');
    cancels('in time');

    cancellation.grantPending();
    cancellation.grantPending();

    expect(verdicts).toEqual([null]);
    expect(endings.map(({ failure }) => failure.message)).toEqual(['in time']);
  });

  test('of an order that has ended is refused', () => {
    const { order, endings, verdicts, cancels } = aSaga();
    order.decideEnd({ code: 'STEP_FAILED', message: 'no', step: null });
    order.setStatus('COMPENSATING');

    cancels('too late');

    expect([verdicts, endings]).toEqual([['ORDER_CLOSED'], []]);
  });
});
