import type { ChangeChaos, ChaosSettings as Provided } from '@waybill/contracts';
import { type ChaosPort, type ChaosProfile, type ChaosSettings, InvalidInput } from '@waybill/graphql';
import { type ProvidersClient, Refused } from '@waybill/providers-client';

/** The faults of the providers. The chaos service knows which operations and outcomes exist. */
export const createChaosPort =
  ({ chaos }: Pick<ProvidersClient, 'chaos'>) =>
  (correlationId: string): ChaosPort => ({
    settings: async () => settingsOf(await chaos.settings({}, { correlationId })),
    change: async ({ profile, ...change }) => {
      const body = { ...change, ...(profile ? { profile: inLowerCase[profile] } : {}) };
      return settingsOf(await chaos.change(body, { correlationId }).catch(asInputError));
    },
    pin: async (pin) => {
      await chaos.pin(pin, { correlationId }).catch(asInputError);
      return settingsOf(await chaos.settings({}, { correlationId }));
    },
  });

const inLowerCase = { CALM: 'calm', STORM: 'storm', FLAKY: 'flaky', CUSTOM: 'custom' } as const satisfies Record<
  ChaosProfile,
  NonNullable<ChangeChaos['profile']>
>;

const settingsOf = ({ profile, ...settings }: Provided): ChaosSettings => ({
  ...settings,
  profile: profile.toUpperCase() as ChaosProfile,
});

function asInputError(error: unknown): never {
  if (!(error instanceof Refused)) throw error;
  throw new InvalidInput(error.fields.length > 0 ? error.fields : [{ path: [], message: error.message }]);
}
