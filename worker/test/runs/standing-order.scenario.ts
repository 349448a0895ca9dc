import type { StandingOrderRun } from '@waybill/contracts/domain';
import { describe, expect } from 'vitest';
import { scenario } from '../support/scenario.ts';
import { fails, gate, hangs, losesItsReply, works } from '../support/script.ts';
import { placing, shopsOf } from '../support/standing-order-run.ts';
import { patient, type TestRun } from '../support/test-run.ts';
import { workerIsKilled } from '../support/worker-kills.ts';

const inAnHour = () => new Date(Date.now() + 60 * 60_000);

const booked = ({ book }: TestRun) => book.run() as StandingOrderRun;
const typesIn = ({ book }: TestRun) => book.journal().map(({ type }) => type);

describe('a standing order', () => {
  scenario(
    'places a real order each period, once, where its worker was killed meanwhile too',
    async ({ run, workers }) => {
      const stage = run(placing(3), { patience: { PLACE_ORDER: { ...patient, attempts: 3 } } });
      const shops = shopsOf(stage, workers);
      stage.script.scripts('place', works, hangs, fails, works);
      await stage.starts();
      await stage.until((order) => (order as StandingOrderRun).placed === 1);
      await workerIsKilled(workers, [stage, 'place', 2]);
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

  scenario('places once where the reply to its placement is lost', async ({ run, workers }) => {
    const stage = run(placing(1), { patience: { PLACE_ORDER: patient } });
    const shops = shopsOf(stage, workers);
    stage.script.scripts('place', losesItsReply, works);

    const { outcome } = await stage.plays();

    const { placed, refused, placements } = booked(stage);
    await shops.get(placements[0]?.orderId ?? '')?.handle.result();
    const captures = [...shops.values()].flatMap(({ script }) => script.journal.filter((one) => one === 'capture'));
    expect(outcome).toMatchObject({ status: 'COMPLETED' });
    expect({ placed, refused, captures }).toEqual({ placed: 1, refused: 0, captures: ['capture'] });
    expect(stage.script.calls).toEqual(['catalogue', 'place', 'catalogue', 'place']);
  });

  scenario('that is cancelled while it places has placed, and places no more', async ({ run, workers }) => {
    const stage = run(placing(5), { patience: { PLACE_ORDER: patient } });
    const shops = shopsOf(stage, workers);
    const { turn, open } = gate();
    stage.script.scripts('place', turn, works);
    await stage.starts();
    await stage.untilCalled('place');

    await stage.tells('cancel');
    await stage.until(({ endedBy }) => endedBy === 'maria');
    open();
    const { outcome } = await stage.ends();

    const { placed, placements, endedBy } = booked(stage);
    await shops.get(placements[0]?.orderId ?? '')?.handle.result();
    expect(outcome).toMatchObject({ status: 'CANCELLED' });
    expect({ placed, endedBy }).toEqual({ placed: 1, endedBy: 'maria' });
    expect(stage.script.calls).toEqual(['catalogue', 'place']);
  });
});
