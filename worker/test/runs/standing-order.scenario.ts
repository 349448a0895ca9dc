import { placementOrderId, type StandingOrderRun } from '@waybill/contracts/domain';
import { describe, expect } from 'vitest';
import { scenario } from '../support/scenario.ts';
import { fails, gate, works } from '../support/script.ts';
import type { RunContent, TestRun } from '../support/test-run.ts';
import { TestShop } from '../support/test-shop.ts';
import type { TestWorkers } from '../support/test-workers.ts';

/** Placed each period, which is half a second; the catalogue is asked under the correlation id, for no order is there yet. */
const placing = (times: number | null, everyMs = 500, firstAt = new Date()): RunContent[0] => ({
  kind: 'STANDING_ORDER',
  ...{ every: 'PT1M', everyMs, firstAt: firstAt.toISOString(), times },
  template: {
    ...{ customerId: 'ada', customerEmail: 'ada@example.com', currencyCode: 'USD', plan: 'AUTHORIZE_FIRST' },
    items: [{ sku: 'MUG', quantity: 1, price: null }],
    shippingAddress: { street: '1 First Street', city: 'London', state: null, zip: 'N1 7AA', country: 'GB' },
    ...{ requiresApproval: false, approvalTimeoutMs: 120_000, autoApproveAfterMs: null },
  },
});

const inAnHour = () => new Date(Date.now() + 60 * 60_000);

/** A shop for the order of each period that there may be, by the order's id. */
function shopsOf(stage: TestRun, { client, shops }: TestWorkers): Map<string, TestShop> {
  const numbers = Array.from({ length: 300 }, (_, at) => at + 1);
  const opened = new Map(
    numbers.map((number) => {
      const orderId = placementOrderId(stage.runId, number);
      return [orderId, new TestShop(client, { orderId })];
    }),
  );
  for (const [orderId, shop] of opened) shops.set(orderId, shop);
  shops.set('cor-1', stage);
  return opened;
}

const booked = ({ book }: TestRun) => book.run() as StandingOrderRun;
const typesIn = ({ book }: TestRun) => book.journal().map(({ type }) => type);

describe('a standing order', () => {
  scenario(
    'places a real order each period, once, where its worker was killed meanwhile too',
    async ({ run, workers }) => {
      const stage = run(placing(3));
      const shops = shopsOf(stage, workers);
      const { turn, open } = gate();
      stage.script.scripts('catalogue', works, turn, fails, works);
      await stage.starts();
      await stage.until((order) => (order as StandingOrderRun).placed === 1);
      await expect.poll(() => stage.script.calls.length, { timeout: 20_000 }).toBe(2);

      const gone = workers.workersLeave();
      open();
      await gone;
      await workers.workersCome();
      const { outcome } = await stage.ends();

      const { placed, refused, placements } = booked(stage);
      const orders = placements.flatMap(({ orderId }) => orderId ?? []);
      await Promise.all(orders.map((orderId) => shops.get(orderId)?.handle.result()));
      const paid = [...shops].filter(([, { script }]) => script.journal.includes('capture'));
      expect(outcome).toEqual({ status: 'COMPLETED', failure: null });
      expect({ placed, refused }).toEqual({ placed: 3, refused: 0 });
      expect(paid.map(([orderId]) => orderId)).toEqual([...orders].reverse());
      expect(paid.map(([, { script }]) => script.journal.filter((effect) => effect === 'capture'))).toEqual(
        Array(3).fill(['capture']),
      );
    },
  );

  scenario(
    'goes on with its next period where a placement was refused, and is paused, resumed and stopped',
    async ({ run, workers }) => {
      const stage = run(placing(null, 2_000));
      shopsOf(stage, workers);
      stage.script.scripts('catalogue', fails, fails, works);
      await stage.starts();
      await stage.until((order) => (order as StandingOrderRun).refused === 1);
      await stage.until((order) => (order as StandingOrderRun).placed >= 1);

      await stage.tells('pause');
      await stage.until(({ status }) => status === 'PAUSED');
      await stage.tells('resume');
      await stage.until(({ status }) => status === 'RUNNING');
      await stage.tells('skip');
      await stage.until((order) => (order as StandingOrderRun).skipped === 1);
      await stage.tells('stop');
      const { outcome } = await stage.ends();

      expect(outcome).toEqual({ status: 'COMPLETED', failure: null });
      expect(typesIn(stage).filter((type) => /PAUSED|RESUMED|CLOSED/.test(type))).toEqual([
        'PAUSED',
        'RESUMED',
        'RUN_CLOSED',
      ]);
      expect(stage.book.journal()).toHaveLength(booked(stage).revision);
    },
  );

  scenario(
    'loses nothing that it is told while it continues as new',
    async ({ run, workers }) => {
      const stage = run({ ...placing(null, 60_000, inAnHour()), limits: { commands: 5_000, historyEvents: 20_000 } });
      shopsOf(stage, workers);
      await stage.starts();
      const some = ['pause', 'resume'] as const;
      /** It continues once the book has all, for which a moment without a command is needed. */
      const hasContinued = async () => {
        const caughtUp = await stage.until(({ revision }) => booked(stage)?.revision === revision);
        return (caughtUp as StandingOrderRun).generation > 0;
      };

      let rounds = 0;
      while (rounds % 10 > 0 || (rounds < 2_000 && !(await hasContinued()))) {
        await Promise.all(some.map((command) => stage.tells(command)));
        rounds += 1;
      }
      await stage.tells('pause');
      await stage.tells('stop');
      const { outcome } = await stage.ends();

      const { verdicts, revision, generation: executions } = booked(stage);
      expect(outcome).toEqual({ status: 'COMPLETED', failure: null });
      expect(executions).toBe(1);
      expect(new Set(verdicts.map(({ commandId }) => commandId)).size).toBe(rounds * some.length + 2);
      expect(stage.book.journal().map(({ seq }) => seq)).toEqual(Array.from({ length: revision }, (_, at) => at + 1));
    },
    120_000,
  );
});
