import { expect, test } from 'vitest';
import { bulkActions, bulkWords } from '../src/pages/orders/bulk/decide-all.ts';

test('each action on selected orders is named by what it does, so that none is taken for leaving the selection', () => {
  expect(bulkActions.map((action) => bulkWords[action].label)).toEqual(['Approve', 'Reject…', 'Cancel orders…']);
});
