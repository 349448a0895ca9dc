import type { ChaosOperation } from '@waybill/contracts';
import { type ProvidersClient, providersClient } from '@waybill/providers-client';

/** Turns the providers into a storm in which answers get lost too, and some calls arrive twice. */
export async function stormOver(baseUrl: string, seed: number): Promise<void> {
  const providers: ProvidersClient = providersClient({ baseUrl });
  const { operations } = await providers.chaos.change({ profile: 'storm', seed: `${seed}` });
  await providers.chaos.change({ operations: operations.map(losingReplies) });
  await providers.close();
}

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
