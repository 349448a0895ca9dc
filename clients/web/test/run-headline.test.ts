import type { RunDetailsFragment } from '@waybill/client';
import { describe, expect, test } from 'vitest';
import { runHeadline } from '../src/pages/run/run-headline.ts';
import { offeredRunActions, runActionWords } from '../src/run/words.ts';

type StandingOrder = Extract<RunDetailsFragment, { __typename: 'StandingOrder' }>;

const aStandingOrder = (part: Partial<StandingOrder> = {}): RunDetailsFragment =>
  ({
    __typename: 'StandingOrder',
    status: 'RUNNING',
    failure: null,
    endedBy: null,
    closedAt: null,
    every: 'PT60M',
    nextAt: '2026-11-27T14:02:00.000Z',
    placed: 1,
    skipsNext: false,
    pausedBy: null,
    ...part,
  }) as StandingOrder;

const sentence = (part: Partial<StandingOrder>) =>
  runHeadline(aStandingOrder(part), (iso) => iso.slice(11, 16)).sentence;

describe('the first sentence of a run', () => {
  test('says when a standing order places its next order', () => {
    expect(sentence({})).toBe('Places an order every hour, the next at 14:02');
    expect(sentence({ every: 'PT120M' })).toBe('Places an order every 2 hours, the next at 14:02');
    expect(sentence({ every: 'PT90M' })).toBe('Places an order every 90 minutes, the next at 14:02');
  });

  test('does not announce an order that is skipped', () => {
    expect(sentence({ skipsNext: true })).toBe('Places an order every hour, but none at 14:02, which is skipped');
  });

  test('says who stopped a standing order', () => {
    const closed = { status: 'COMPLETED', nextAt: null, closedAt: '2026-11-27T14:00:00.000Z' } as const;

    expect(sentence({ ...closed, endedBy: 'ada' })).toBe('Stopped by ada after 1 order');
    expect(sentence({ ...closed, placed: 3 })).toBe('Placed 3 orders and is done');
  });

  test('of a run that was cancelled does not say that it failed', () => {
    const cancelled = { failure: { code: 'CANCELLED', message: 'Too hasty.', step: null }, endedBy: 'ada' } as const;

    expect(sentence({ ...cancelled, status: 'RUNNING' })).toBe('Cancelling … by ada: Too hasty');
    expect(sentence({ ...cancelled, status: 'CANCELLED', closedAt: '2026-11-27T14:00:00.000Z' })).toBe(
      'Cancelled by ada: Too hasty',
    );
    expect(sentence({ status: 'FAILED', failure: { code: 'PAYMENT_REFUSED', message: 'Declined', step: null } })).toBe(
      'Failed: Declined',
    );
  });
});

describe('the actions of a run', () => {
  test('a run that can be stopped is stopped, not cancelled', () => {
    expect(offeredRunActions(['CANCEL', 'STOP', 'PAUSE'])).toEqual(['PAUSE', 'STOP']);
    expect(offeredRunActions(['CANCEL'])).toEqual(['CANCEL']);
  });

  test('a cancellation is said to be accepted, because it may have to be compensated first', () => {
    expect(runActionWords('CANCEL').done).toBe('The cancellation is accepted');
  });
});
