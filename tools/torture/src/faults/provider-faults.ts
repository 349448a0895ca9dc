import type { ChaosOperation } from '@waybill/contracts';
import type { ProvidersClient } from '@waybill/providers-client';

/** Configures the faults of the providers; the returned function runs for every order before it is placed. */
export type Weather = (providers: ProvidersClient, seed: number) => Promise<(orderId: string) => Promise<void>>;

/** A storm with lost responses, and some duplicated calls. */
export const storm: Weather = async ({ chaos }, seed) => {
  const { operations } = await chaos.change({ profile: 'storm', seed: `${seed}` });
  await chaos.change({ operations: operations.map(losingReplies) });
  return async () => {};
};

/** Calm, except that the response to every order's first capture is lost. */
export const lostCharges: Weather = async ({ chaos }) => {
  await chaos.change({ profile: 'calm' });
  return async (orderId) => {
    await chaos.pin({ orderId, operation: 'payment.capture', outcomes: ['lost_reply'] });
  };
};

/** Of the successful calls, a fifth loses its response, and a tenth is duplicated. */
function losingReplies({ operation, shares }: ChaosOperation): ChaosOperation {
  const works = shares.find(({ outcome }) => outcome === 'success')?.percent ?? 0;
  const [lost, twice] = [Math.round(works / 5), Math.round(works / 10)];
  return {
    operation,
    shares: [
      { outcome: 'success', percent: works - lost - twice },
      { outcome: 'lost_reply', percent: lost },
      { outcome: 'duplicate', percent: twice },
      ...shares.filter(({ outcome }) => outcome !== 'success'),
    ],
  };
}
