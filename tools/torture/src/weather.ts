import type { ChaosOperation } from '@waybill/contracts';
import type { ProvidersClient } from '@waybill/providers-client';

/** Sets what goes wrong at the providers; what it answers with is done for every order before it is placed. */
export type Weather = (providers: ProvidersClient, seed: number) => Promise<(orderId: string) => Promise<void>>;

/** A storm in which answers get lost too, and some calls arrive twice. */
export const storm: Weather = async ({ chaos }, seed) => {
  const { operations } = await chaos.change({ profile: 'storm', seed: `${seed}` });
  await chaos.change({ operations: operations.map(losingReplies) });
  return async () => {};
};

/** All is calm, but for every order's first charge, which happens and does not say so. */
export const lostCharges: Weather = async ({ chaos }) => {
  await chaos.change({ profile: 'calm' });
  return async (orderId) => {
    await chaos.pin({ orderId, operation: 'payment.capture', outcomes: ['lost_reply'] });
  };
};

/** Of what would have worked, a fifth works without saying so, and a tenth twice. */
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
