import { stepsOf } from '@waybill/contracts/words';
import { describe, expect, test } from 'vitest';
import { cancellingOf } from '../src/workflows/order/commands/cancelling.ts';
import type { Ending, Story } from '../src/workflows/order/saga/story.ts';
import { OrderRecord } from '../src/workflows/order/state/order-record.ts';
import { anOrder } from './support/order.ts';

const unshown = { status: () => undefined, total: () => undefined };
const noAnswer = new Error('The carrier did not answer');

describe('a cancellation', () => {
  const aStory = () => {
    const placed = anOrder();
    const order = OrderRecord.placed(placed, [...stepsOf[placed.plan]], unshown);
    const endings: Ending[] = [];
    const verdicts: (string | null)[] = [];
    const story = { halt: (ending: Ending) => void endings.push(ending) } as unknown as Story;
    const cancelling = cancellingOf(order, story);
    const by = { actor: 'maria', correlationId: 'cor-1' };
    const cancels = (reason: string) =>
      cancelling.cancel({ reason, by, judge: (refusal) => void verdicts.push(refusal) });
    return { order, endings, verdicts, cancelling, cancels };
  };

  test('is granted at once, and names who said it and where the order was', () => {
    const { order, endings, verdicts, cancels } = aStory();
    order.steps.started('VALIDATE');

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

  test('during the hand-over waits, and is too late when the carrier takes the parcel', () => {
    const { order, endings, verdicts, cancelling, cancels } = aStory();
    order.steps.started('DISPATCH_CARRIER');

    cancels('first');
    cancels('second');
    const meanwhile = [...verdicts];
    cancelling.carrierTookIt();
    cancelling.carrierTookIt();

    expect([meanwhile, verdicts, endings]).toEqual([[], ['ALREADY_SHIPPED', 'ALREADY_SHIPPED'], []]);
  });

  test('during the hand-over is granted when the carrier does not take it, and the failure is told all the same', () => {
    const { order, endings, verdicts, cancelling, cancels } = aStory();
    order.steps.started('DISPATCH_CARRIER');
    cancels('in time');

    expect(() => cancelling.carrierDidNotTakeIt(noAnswer)).toThrow(noAnswer);
    expect(() => cancelling.carrierDidNotTakeIt(noAnswer)).toThrow(noAnswer);

    expect(verdicts).toEqual([null]);
    expect(endings.map(({ failure }) => failure.message)).toEqual(['in time']);
  });

  test('of an order that has ended is refused', () => {
    const { order, endings, verdicts, cancels } = aStory();
    order.failedBecause({ code: 'STEP_FAILED', message: 'no', step: null });
    order.became('COMPENSATING');

    cancels('too late');

    expect([verdicts, endings]).toEqual([['ORDER_CLOSED'], []]);
  });
});
