import { type Environment, settingsUnderStart } from '@waybill/contracts/settings';
import { addressesOn, portsFrom } from '../../../tools/stack/src/processes/addresses.ts';
import { allProcesses } from '../../../tools/stack/src/processes/all-processes.ts';
import type { Process } from '../../../tools/stack/src/processes/role.ts';
import { stateDirFrom } from '../../../tools/stack/src/state-folder/hold.ts';
import type { Effects, Observe } from './effect.ts';

type Addresses = ReturnType<typeof addressesOn>;

/** Where `npm start` has everything found. */
export const found =
  (place: Exclude<keyof Addresses, 'ports'>): Observe =>
  (env) =>
    addressesOn(portsFrom(env), env)[place];

const programs = {
  gateway: '/made/gateway.mjs',
  chaos: '/made/chaos.mjs',
  'order-book': '/made/order-book.mjs',
  worker: '/made/worker.mjs',
  'worker-bundle': '/made/worker-bundle.mjs',
};

const rolesUnderStart = (env: Environment, stateDir: string) =>
  allProcesses({
    root: '/waybill',
    stateDir,
    env,
    addresses: addressesOn(portsFrom(env), env),
    providers: undefined,
    programs,
    workflows: '/made/workflows.js',
    engine: env.TEMPORAL_ADDRESS ? undefined : '/bin/engine',
  }).flat();

/** All that `npm start` tells one of its processes; undefined where it starts none. */
export function toldUnderStart(env: Environment, name: Process, stateDir: string): Environment | undefined {
  const role = rolesUnderStart(env, stateDir).find((each) => each.name === name);
  return role && { ...env, ...settingsUnderStart(env), ...role.env };
}

/** One setting of what `npm start` tells one of its processes. */
export const told =
  (name: Process, setting: string, stateDir: string): Observe =>
  (env) =>
    toldUnderStart(env, name, stateDir)?.[setting];

export const processesUnderStart =
  (stateDir: string): Observe =>
  (env) =>
    rolesUnderStart(env, stateDir).map(({ name }) => name);

export const engineArgs =
  (stateDir: string): Observe =>
  (env) =>
    rolesUnderStart(env, stateDir).find(({ name }) => name === 'engine')?.args;

export const stackEffects = {
  WAYBILL_STATE_DIR: { given: '/elsewhere/state', on: { stack: [stateDirFrom, '/elsewhere/state'] } },
  WAYBILL_TEMPORAL_PORT: { given: '7777', on: { stack: [found('temporal'), '127.0.0.1:7777'] } },
  WAYBILL_TEMPORAL_UI_PORT: { given: '7778', on: { stack: [found('temporalUi'), 'http://127.0.0.1:7778'] } },
} satisfies Partial<Effects>;
