import { expect, test } from 'vitest';
import { type Draft, inputOf } from '../src/pages/new/draft.ts';

const aDraft = (part: Partial<Draft>) => inputOf({ lines: [], country: 'gb', ...part } as Draft);

test('the time for the approval is sent with an order that a manager must approve, and with no other', () => {
  const draft = { approvalTime: '2', approvalUnit: 'H' };

  expect(aDraft({ requiresApproval: true, ...draft }).approvalTimeout).toBe('PT2H');
  expect(aDraft({ requiresApproval: true, ...draft, approvalTime: '' }).approvalTimeout).toBeNull();
  expect(aDraft({ requiresApproval: false, ...draft }).approvalTimeout).toBeNull();
});
