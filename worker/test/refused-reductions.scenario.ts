import { describe, expect } from 'vitest';
import { mug } from './support/products.ts';
import { awaiting, refusals } from './support/reading.ts';
import { scenario } from './support/scenario.ts';
import { fails, losesItsReply, refuses, works } from './support/script.ts';

const holds = [
  { who: 'the bank', plan: 'AUTHORIZE_FIRST', call: 'authorize', code: 'PAYMENT_DECLINED' },
  { who: 'the warehouse', plan: 'RESERVE_FIRST', call: 'reserve', code: 'OUT_OF_STOCK' },
] as const;

describe('an added item whose hold may have grown', () => {
  scenario.for(holds)(
    'has it reduced once $who, who refused that first, no longer refuses it',
    async ({ plan, call, code }, { shop }) => {
      const store = await awaiting(shop({ requiresApproval: true, plan }));
      store.script.scripts(call, losesItsReply, fails, refuses(code), works);

      await store.tells('addItem', { item: mug });
      const order = await store.until(({ verdicts }) => verdicts.length === 1);
      await store.tells('approve');
      const end = await store.ends();

      expect(refusals(order)).toEqual(['SERVICE_UNAVAILABLE']);
      expect(end.order).toMatchObject({ status: 'SHIPPED', payment: { captured: { amountMinor: 1800 } } });
      expect(store.script.calls.filter((made) => made === call)).toHaveLength(5);
    },
  );

  scenario('has it released with the order when the bank never reduces it', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true, approvalTimeoutMs: 6_000 }));
    store.script.scripts('authorize', losesItsReply, fails, refuses('PAYMENT_DECLINED'));

    await store.tells('addItem', { item: mug });
    const { outcome, order, effects } = await store.ends();

    expect(outcome).toMatchObject({ status: 'EXPIRED' });
    expect(effects.slice(-2)).toEqual(['release', 'notify EXPIRY']);
    expect(refusals(order)).toEqual(['ORDER_CLOSED']);
  });
});
