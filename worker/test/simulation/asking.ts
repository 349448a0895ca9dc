import { fulfillment } from '@waybill/contracts/domain';
import { asPayloads, contentOf, type Engine, type Outcome, type World } from '@waybill/temporal-simulator';
import type { AskOrder } from '../../src/index.ts';

/** Asks a simulated order. A question may be lost, and so may an answer. */
export const askingOrdersOf =
  ({ chance }: World, engine: Engine): AskOrder =>
  (question, { orderId, done }, { signal }) =>
    new Promise((resolve, reject) => {
      const isLost = () => reject(new Error('The order could not be asked'));
      signal?.addEventListener('abort', isLost);
      if (chance.isSo(0.1)) return isLost();
      const isHeard = chance.isSo(0.9);
      const hear = (outcome?: Outcome) =>
        isHeard && outcome?.success ? resolve(contentOf(outcome.success)) : isLost();
      const input = { name: fulfillment.updates[question], args: asPayloads(done) };
      engine.update(fulfillment.idFor(orderId), { meta: { updateId: question }, input }, hear);
    });
