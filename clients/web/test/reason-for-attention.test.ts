import { expect, test } from 'vitest';
import { reasonForAttention } from '../src/pages/overview/reason-for-attention.ts';

const reason = (health: string, currentCompensation: string | null = null) =>
  reasonForAttention({ health: health as never, currentStep: 'CREATE_LABEL', currentCompensation }).text;

test('the compensation that keeps failing is named, not the step that is over', () => {
  expect(reason('STUCK', 'REFUND_PAYMENT')).toBe('Stuck: Refund payment');
  expect(reason('RETRYING', 'RELEASE_INVENTORY')).toBe('Tries again: Release stock');
});

test('the step that keeps failing is named, and an order that waits is said to wait', () => {
  expect(reason('STUCK')).toBe('Stuck: Create label');
  expect(reason('RETRYING')).toBe('Tries again: Create label');
  expect(reason('WAITING_FOR_PERSON')).toBe('Waits for a manager');
});
