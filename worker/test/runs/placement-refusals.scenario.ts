import type { StandingOrderRun } from '@waybill/contracts/domain';
import { expect } from 'vitest';
import { scenario } from '../support/scenario.ts';
import { refuses, works } from '../support/script.ts';
import { placing, shopsOf } from '../support/standing-order-run.ts';
import type { TestRun } from '../support/test-run.ts';

/** On a busy machine, a period of half a second may have passed before it could be taken. */
const taken = ({ book }: TestRun) => {
  const { placements, placed, refused } = book.run() as StandingOrderRun;
  return { placed, refused, placements: placements.filter(({ outcome }) => outcome !== 'MISSED') };
};

scenario(
  'a standing order whose product is not sold says so of each period, and is not ended by it',
  async ({ run, workers }) => {
    const stage = run(placing(3, 500, new Date(), 'TEA'));
    const shops = shopsOf(stage, workers);

    const { outcome } = await stage.plays();

    const problem = { code: 'INVALID_INPUT', message: expect.stringContaining('items.0.sku') };
    expect(outcome).toEqual({ status: 'COMPLETED', failure: null });
    expect(taken(stage)).toMatchObject({
      placed: 0,
      refused: 3,
      placements: Array(3).fill({ outcome: 'REFUSED', orderId: null, problem }),
    });
    expect([...shops.values()].flatMap(({ script }) => script.journal)).toEqual([]);
  },
);

scenario('a standing order places its next order after one that was refused', async ({ run, workers }) => {
  const stage = run(placing(2));
  const shops = shopsOf(stage, workers);
  stage.script.scripts('catalogue', refuses('ORDER_UNDONE'), works);

  const { outcome } = await stage.plays();

  const { placements } = taken(stage);
  await shops.get(placements[0]?.orderId ?? '')?.handle.result();
  expect(outcome).toEqual({ status: 'COMPLETED', failure: null });
  expect(taken(stage)).toMatchObject({ placed: 1, refused: 1 });
  expect(placements).toMatchObject([{ outcome: 'PLACED' }, { outcome: 'REFUSED', problem: { code: 'ORDER_UNDONE' } }]);
});
