import type { ChangeChaos, ChaosSettings as Provided } from '@waybill/contracts';
import { type ChaosPin, type ChaosPort, type ChaosProfile, type ChaosSettings, InvalidInput } from '@waybill/graphql';
import { type ProvidersClient, Refused } from '@waybill/providers-client';
import type { CallFeed } from '../live/call-feed.ts';
import type { Caller } from './caller.ts';
import { createChaosFollower, createChaosLogReader, isNotEnabled } from './chaos-log.ts';
import type { Quota } from './quota.ts';

/** The faults of the providers. The chaos service knows which operations and outcomes exist. */
export const createChaosPort =
  ({ chaos }: Pick<ProvidersClient, 'chaos'>, calls: CallFeed, quota: Quota) =>
  (caller: Caller): ChaosPort => {
    const { correlationId } = caller;
    const withPins = async (settings: Provided) => settingsOf(settings, (await chaos.pins({}, { correlationId })).pins);
    const current = async () => withPins(await chaos.settings({}, { correlationId }));
    return {
      settings: () => current().catch(asNotEnabled),
      change: async ({ profile, ...change }) => {
        const body = { ...change, ...(profile ? { profile: inLowerCase[profile] } : {}) };
        return withPins(await chaos.change(body, { correlationId }).catch(asInputError));
      },
      pin: async (pin) => {
        await chaos.pin(pin, { correlationId }).catch(asInputError);
        return current();
      },
      reset: async () => withPins(await chaos.reset({}, { correlationId }).catch(asInputError)),
      log: createChaosLogReader(chaos, caller),
      follow: createChaosFollower(chaos, calls, caller, quota),
    };
  };

const inLowerCase = { CALM: 'calm', STORM: 'storm', FLAKY: 'flaky', CUSTOM: 'custom' } as const satisfies Record<
  ChaosProfile,
  NonNullable<ChangeChaos['profile']>
>;

const settingsOf = ({ profile, ...settings }: Provided, pins: ChaosPin[]): ChaosSettings => ({
  ...settings,
  profile: profile.toUpperCase() as ChaosProfile,
  pins,
  enabled: true,
});

function asNotEnabled(error: unknown): ChaosSettings {
  if (!isNotEnabled(error)) throw error;
  return { profile: 'CALM', seed: '', operations: [], pins: [], enabled: false };
}

function asInputError(error: unknown): never {
  if (!(error instanceof Refused)) throw error;
  if (isNotEnabled(error)) throw new InvalidInput([{ path: [], message: 'Fault injection is not enabled' }]);
  throw new InvalidInput(error.fields.length > 0 ? error.fields : [{ path: [], message: error.message }]);
}
