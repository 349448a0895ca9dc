import { expect, test } from 'vitest';
import type { Viewer } from '../src/index.ts';
import { ada, aShop, manager, operator } from './shop.ts';

const ofAll = ['PLACE_ORDERS', 'START_RUNS'];
const ofStaff = [...ofAll, 'DECIDE_ORDERS', 'RESTOCK', 'REFUND'];

test.each<[string, Viewer, string[]]>([
  ['a customer', ada, ofAll],
  ['a manager', manager, ofStaff],
  ['an operator', operator, [...ofStaff, 'OPERATE', 'CONTROL_CHAOS']],
])('%s sees the rights of the role, and their expiry', async (_, viewer, actions) => {
  const answer = await aShop().as(viewer).asks('{ viewer { expiresAt actions } }');

  expect(answer).toEqual({
    data: { viewer: { expiresAt: '2026-01-02T04:04:05.000Z', actions: expect.arrayContaining(actions) } },
  });
  expect((answer.data as { viewer: { actions: string[] } }).viewer.actions).toHaveLength(actions.length);
});
