import { fileURLToPath } from 'node:url';
import { bundledSystem } from '@waybill/bundles';
import { readSettings, serviceTokenFrom, settingsUnderStart, underOwnNames } from '@waybill/contracts/settings';
import { temporalExecutable } from '@waybill/temporal';
import { refuseFullDisk } from '../free-space.ts';
import { type Addresses, addressesOn, neededPlaces, type Ports, refuseTakenPorts } from '../processes/addresses.ts';
import { allProcesses } from '../processes/all-processes.ts';
import { type Tokens, tokensFrom } from '../processes/development.ts';
import type { Process } from '../processes/role.ts';
import { type Held, holdStateFolder } from '../state-folder/hold.ts';
import { runProcesses, type Telling } from './stack.ts';

export type Stack = {
  addresses: Addresses;
  /** The development tokens; undefined if the environment has keys. */
  tokens: Tokens | undefined;
  pidOf: (name: Process) => number;
  stop: () => Promise<void>;
};

type Setting = {
  ports: Ports;
  /** The folder of the stack: databases, logs, and the register of its processes. */
  stateDir: string;
  env: NodeJS.ProcessEnv;
  /** A script that replaces the chaos service. */
  providers?: string | undefined;
  telling: Telling;
  /** Aborting stops what was started so far. */
  signal: AbortSignal;
};

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Starts the whole system on this machine; resolves when everything is ready. */
export async function startStack(setting: Setting): Promise<Stack> {
  refuseFullDisk(setting.stateDir);
  const folder = await holdStateFolder(setting.stateDir, setting.telling.say);
  try {
    const { addresses, running } = await startIn(folder, setting);
    const stop = () => running.stop().finally(folder.release);
    const tokens = await tokensFrom(addresses.gateway, setting.signal).catch(async (error: unknown) => {
      await running.stop();
      throw error;
    });
    return { addresses, tokens, pidOf: running.pidOf, stop };
  } catch (error) {
    folder.release();
    throw error;
  }
}

/** What would end the services at their start is said before an engine is fetched and started. */
function refuseMissingTokens(env: NodeJS.ProcessEnv): void {
  const [chaos, orderBook] = [readSettings('chaos', env), readSettings('order-book', env)];
  serviceTokenFrom(chaos, chaos.WAYBILL_CHAOS_HOST);
  serviceTokenFrom(orderBook, orderBook.WAYBILL_ORDER_BOOK_HOST);
}

async function startIn(folder: Held, { ports, stateDir, providers, telling, signal, ...setting }: Setting) {
  const env = underOwnNames(setting.env);
  refuseMissingTokens(env);
  const address = env.TEMPORAL_ADDRESS;
  await refuseTakenPorts(ports, neededPlaces(!address), env);
  const engine = address ? undefined : await temporalExecutable({ say: telling.say, env, signal });
  const bundles = await bundledSystem({ root, say: telling.say, signal }, env.WAYBILL_WORKFLOW_BUNDLE);
  const addresses = addressesOn(ports, env);
  const environment = { ...env, ...settingsUnderStart(env) };
  const waves = allProcesses({ root, stateDir, addresses, engine, env, ...bundles, providers });
  return {
    addresses,
    running: await runProcesses(waves, { root, stateDir, env: environment, folder, telling, signal }),
  };
}
