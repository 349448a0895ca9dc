import { describe, expect, test } from 'vitest';
import { headline } from '../src/order/headline.ts';
import { aCompensation, anOrder, aStep } from './support/order.ts';

const sentence = (part: Parameters<typeof anOrder>[0]) => headline(anOrder(part), (iso) => iso.slice(11, 16)).sentence;

describe('the first sentence of an order', () => {
  test('says until when a manager can decide, and what happens then', () => {
    const text = headline(
      anOrder({ status: 'AWAITING_APPROVAL', approvalDeadline: '2026-11-27T14:02:00.000Z' }),
      (iso) => iso.slice(11, 16),
    );

    expect(text).toEqual({
      sentence: 'Waits for a manager until 14:02, then expires',
      tone: 'wait',
      until: '2026-11-27T14:02:00.000Z',
    });
  });

  test('says that an order is approved automatically, if that comes first', () => {
    const order = { approvalDeadline: '2026-11-27T14:02:00.000Z', autoApprovesAt: '2026-11-27T14:01:00.000Z' };

    expect(sentence({ status: 'AWAITING_APPROVAL', ...order })).toBe(
      'Waits for a manager until 14:01, then is approved automatically',
    );
  });

  test('says which step runs, its progress and its attempt', () => {
    expect(sentence({ steps: [aStep({ percent: 40, attempt: 2 })] })).toBe(
      'Creates the label, 40 % done, attempt 2 of 5',
    );
  });

  test('says what is retried, and why', () => {
    const failed = aStep({
      attempt: 2,
      error: { code: 'SERVER_ERROR', message: 'The carrier is down' },
      nextAttemptAt: '2026-11-27T14:00:09.000Z',
    });

    const text = headline(anOrder({ steps: [failed] }), String);

    expect(text.sentence).toBe('Will try again to create the label; attempt 1 of 5 failed: server error');
    expect(text.until).toBe('2026-11-27T14:00:09.000Z');
  });

  test('says that an order is being cancelled from the moment that it is decided', () => {
    const failure = { code: 'CANCELLED', message: 'No longer needed', step: null };
    const decided = { failure, endedBy: 'ada' };

    expect(sentence({ status: 'RECEIVED', ...decided })).toBe('Cancelling … by ada: No longer needed');
    expect(sentence({ status: 'AWAITING_APPROVAL', ...decided })).toBe('Cancelling … by ada: No longer needed');
    expect(sentence({ status: 'PROCESSING', ...decided, steps: [aStep()] })).toBe(
      'Cancelling … by ada: No longer needed',
    );
    const compensations = [aCompensation({ status: 'RUNNING' })];
    expect(sentence({ status: 'COMPENSATING', ...decided, compensations })).toBe('Cancelling …: refund payment');
  });

  test('says what is being compensated', () => {
    const order = { status: 'COMPENSATING' as const, compensations: [aCompensation({ status: 'RUNNING' })] };

    expect(sentence(order)).toBe('Compensates completed steps: refund payment');
    const release = aCompensation({ name: 'RELEASE_INVENTORY', undoes: 'RESERVE_INVENTORY', status: 'RUNNING' });
    expect(sentence({ ...order, compensations: [release] })).toBe('Compensates completed steps: release stock');
  });

  test('says who rejected it, why, and that it was compensated', () => {
    const failure = { code: 'MANAGER_REJECTED', message: 'Too expensive.', step: null };

    expect(sentence({ status: 'REJECTED', endedBy: 'MANAGER-1', failure, compensations: [aCompensation()] })).toBe(
      'Rejected by MANAGER-1: Too expensive. Completed steps were compensated',
    );
  });

  test('asks for a person if a compensation failed', () => {
    const compensations = [aCompensation({ status: 'FAILED' })];

    expect(sentence({ status: 'FAILED', compensations })).toBe('Failed. 1 compensation failed: a person must act');
  });

  test('has words for an unknown status and an unknown step', () => {
    expect(sentence({ status: 'ON_HOLD' as never })).toBe('On hold: the next step begins');
    expect(sentence({ steps: [aStep({ name: 'WRAP_GIFT' as never })] })).toBe('Runs wrap gift');
  });
});
