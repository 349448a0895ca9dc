import { stepsOf, type Verdict, verdictsKept } from '@waybill/contracts/domain';
import { describe, expect, test } from 'vitest';
import { OrderRecord } from '../src/workflows/order/state/order-record.ts';
import { anOrder } from './support/order.ts';

const maria = { actor: 'maria', correlationId: 'cor-1' };

const recorded = () => {
  const placed = anOrder();
  const unshown = { status: () => undefined, total: () => undefined };
  return { order: OrderRecord.placed(placed, [...stepsOf[placed.plan]], unshown) };
};
const last = (order: OrderRecord) => order.entriesAfter(0).at(-1);
const types = (order: OrderRecord) => order.entriesAfter(0).map(({ type }) => type);
const verdictOn = (commandId: string, refusal: Verdict['refusal'] = null): Omit<Verdict, 'at'> => ({
  commandId,
  command: 'addItem',
  fingerprint: 'f',
  refusal,
  message: null,
});

describe('a command', () => {
  test('that is refused is journaled with its actor and the reason', () => {
    const { order } = recorded();

    order.commands.decide(verdictOn('c-1', 'ORDER_NOT_AWAITING_APPROVAL'), maria);

    expect(order.state.verdicts).toMatchObject([{ commandId: 'c-1', refusal: 'ORDER_NOT_AWAITING_APPROVAL' }]);
    expect(last(order)).toMatchObject({
      type: 'COMMAND_REFUSED',
      actor: 'maria',
      detail: { command: 'addItem', code: 'ORDER_NOT_AWAITING_APPROVAL' },
    });
  });

  test('that is accepted is not journaled as refused', () => {
    const { order } = recorded();

    order.commands.decide(verdictOn('c-1'), maria);

    expect(types(order)).toEqual(['ORDER_RECEIVED']);
  });

  test('that exceeds the limit is refused, and leaves no entry and no memory', () => {
    const { order } = recorded();

    order.commands.rejectOverLimit({ commandId: 'c-1', command: 'addItem', fingerprint: 'f' });

    expect(order.state.verdicts).toMatchObject([{ commandId: 'c-1', refusal: 'INVALID_INPUT' }]);
    expect(order.commands.verdicts.on('c-1')).toBeUndefined();
    expect(types(order)).toEqual(['ORDER_RECEIVED']);
  });

  test('that is repeated gets the same verdict, however many came after it, and leaves no entry', () => {
    const { order } = recorded();
    for (let at = 0; at <= verdictsKept; at++) order.commands.decide(verdictOn(`c-${at}`), maria);
    const isShown = () => order.state.verdicts.some(({ commandId }) => commandId === 'c-0');
    const before = isShown();

    order.commands.repeat('c-0');
    order.commands.repeat('unheard of');

    expect([before, isShown()]).toEqual([false, true]);
    expect(types(order)).toEqual(['ORDER_RECEIVED']);
  });

  test('of a closed order is kept in the book forever', () => {
    const { order } = recorded();
    for (let at = 0; at <= verdictsKept; at++) order.commands.decide(verdictOn(`c-${at}`), maria);
    const whileOpen = order.bookState().verdicts.length;

    order.close();

    expect([whileOpen, order.bookState().verdicts.length]).toEqual([verdictsKept, verdictsKept + 1]);
    expect(order.state.verdicts).toHaveLength(verdictsKept);
  });

  test('of the wrong kind is journaled two hundred times, and no more', () => {
    const { order } = recorded();

    for (let at = 0; at < 205; at++) order.commands.refuse('cancel', 'INVALID_INPUT', maria, 'nonsense');

    expect(types(order).filter((type) => type === 'COMMAND_REFUSED')).toHaveLength(200);
  });
});
