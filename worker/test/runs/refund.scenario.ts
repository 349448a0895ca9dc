import type { PaymentRun } from '@waybill/contracts/domain';
import { describe, expect } from 'vitest';
import { dollars, paying } from '../support/payment-run.ts';
import { scenario } from '../support/scenario.ts';
import { fails, hangs, losesItsReply, refuses, works } from '../support/script.ts';
import type { TestRun } from '../support/test-run.ts';
import { workerIsKilled } from '../support/worker-kills.ts';

const booked = ({ book }: TestRun) => book.run() as PaymentRun;
const refundsIn = ({ book }: TestRun) =>
  book
    .journal()
    .filter(({ type }) => type === 'REFUNDED')
    .map(({ seq, actor, detail }) => ({ seq, actor, ...detail }));

describe('a refund of a payment that is over', () => {
  scenario('gives back all of it, and the book tells of it after the last entry', async ({ run }) => {
    const stage = run(paying());
    const { run: paid } = await stage.plays();

    const refunded = await stage.refunds({ commandId: 'refund-1' });

    expect(refunded).toMatchObject({ refusal: null });
    expect(booked(stage)).toMatchObject({
      status: 'COMPLETED',
      revision: paid.revision + 1,
      payment: { status: 'REFUNDED', refunded: dollars(1_000) },
      verdicts: [{ commandId: 'refund-1', command: 'refund', actor: 'maria', refusal: null }],
    });
    expect(refundsIn(stage)).toMatchObject([
      { seq: paid.revision + 1, actor: 'maria', amount: dollars(1_000), reason: 'Broken' },
    ]);
  });

  scenario('in parts gives back each, and never more than is left', async ({ run }) => {
    const stage = run(paying());
    await stage.plays();

    const outcomes = [
      await stage.refunds({ commandId: 'one', amount: dollars(300) }),
      await stage.refunds({ commandId: 'two', amount: dollars(800) }),
      await stage.refunds({ commandId: 'three' }),
      await stage.refunds({ commandId: 'four' }),
    ];

    expect(outcomes.map((outcome) => outcome?.refusal)).toEqual([null, 'INVALID_INPUT', null, 'NOTHING_TO_DO']);
    expect(refundsIn(stage)).toMatchObject([{ amount: dollars(300) }, { amount: dollars(700) }]);
    expect(stage.script.account.sums).toEqual({ captured: 1_000, refunded: 1_000 });
  });

  scenario('at once with another one loses neither', async ({ run }) => {
    const stage = run(paying());
    await stage.plays();

    const outcomes = await Promise.all(
      ['a', 'b', 'c'].map((commandId) => stage.refunds({ commandId, amount: dollars(200) })),
    );

    expect(outcomes.map((outcome) => outcome?.refusal)).toEqual([null, null, null]);
    expect(refundsIn(stage)).toHaveLength(3);
    expect(booked(stage).payment).toMatchObject({ status: 'CAPTURED', refunded: dollars(600) });
  });

  scenario('is made once, whichever reply is lost and however often it is told', async ({ run }) => {
    const stage = run(paying());
    await stage.plays();
    stage.script.scripts('refund', losesItsReply, works);

    await stage.refunds({ commandId: 'refund-1', amount: dollars(400) });
    const again = await stage.refunds({ commandId: 'refund-1', amount: dollars(400) });

    expect(again).toMatchObject({ refusal: null });
    expect(stage.script.account.sums.refunded).toBe(400);
    expect(refundsIn(stage)).toHaveLength(1);
  });

  scenario(
    'is made once, where it fails at first, or its reply is lost, and its worker is killed',
    async ({ run, workers }) => {
      const stages = [fails, losesItsReply].map((first) => ({ stage: run(paying()), first }));
      await Promise.all(stages.map(({ stage }) => stage.plays()));
      for (const { stage, first } of stages) stage.script.scripts('refund', first, hangs, works);
      const refunds = stages.map(({ stage }) => stage.refunds({ commandId: 'refund-1', amount: dollars(400) }));

      await workerIsKilled(workers, ...stages.map(({ stage }) => [stage, 'refund', 2] as const));
      await Promise.all(refunds);

      for (const { stage } of stages) {
        expect(await stage.refundHandle('refund-1').result()).toMatchObject({ refusal: null });
        expect(stage.script.account.sums).toEqual({ captured: 1_000, refunded: 400 });
        expect(refundsIn(stage)).toHaveLength(1);
      }
    },
  );

  scenario('that the provider refuses is a verdict, and changes nothing', async ({ run }) => {
    const stage = run(paying());
    const { run: paid } = await stage.plays();
    stage.script.scripts('refund', refuses('PAYMENT_DECLINED'));

    const refused = await stage.refunds({ commandId: 'refund-1' });

    expect(refused).toMatchObject({ refusal: 'PAYMENT_REFUSED' });
    expect(booked(stage).revision).toBe(paid.revision);
  });

  scenario('that was never captured is nothing to do', async ({ run }) => {
    const stage = run(paying());
    stage.script.scripts('authorize', refuses('PAYMENT_DECLINED'));
    await stage.plays();

    const refused = await stage.refunds({ commandId: 'refund-1' });

    expect(refused).toMatchObject({ refusal: 'NOTHING_TO_DO' });
  });
});

describe('a refund of a payment that is still open', () => {
  scenario('is told by the payment itself, which ends as it would', async ({ run }) => {
    const stage = run(paying(1_500));
    await stage.starts();
    await stage.until((paid) => (paid as PaymentRun).payment?.status === 'CAPTURED');

    await stage.refunds({ commandId: 'refund-1', amount: dollars(300) });
    const { outcome } = await stage.ends();

    expect(outcome).toMatchObject({ status: 'COMPLETED' });
    expect(refundsIn(stage)).toMatchObject([{ amount: dollars(300) }]);
    expect(booked(stage)).toMatchObject({ payment: { status: 'CAPTURED', refunded: dollars(300) } });
  });

  scenario('leaves the rest to a cancellation', async ({ run }) => {
    const stage = run(paying(60_000));
    await stage.starts();
    await stage.until((paid) => (paid as PaymentRun).payment?.status === 'CAPTURED');

    await stage.refunds({ commandId: 'refund-1', amount: dollars(300) });
    await stage.tells('cancel');
    const { outcome } = await stage.ends();

    expect(outcome).toMatchObject({ status: 'CANCELLED' });
    expect(stage.script.account.sums).toEqual({ captured: 1_000, refunded: 1_000 });
    expect(booked(stage)).toMatchObject({ payment: { status: 'REFUNDED', refunded: dollars(1_000) } });
  });
});
