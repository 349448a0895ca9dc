import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, startStack, withOwnEngine } from '@waybill/stack';
import { freePort } from '@waybill/temporal';
import { startService, withoutSettings } from './service.ts';

/** A running service with an OpenAPI document. */
export type Running = { document: string; token?: string | undefined; stop: () => Promise<void> };

export type Surface = {
  name: string;
  start: () => Promise<Running>;
  /** The paths to fuzz; all if omitted. */
  paths?: string;
  /** Additional checks. */
  checks?: string[];
  /** Requests of each kind to each operation. */
  examples?: number;
};

const service =
  (script: string, port: string, env: Record<string, string> = {}) =>
  async (): Promise<Running> => {
    const free = await freePort();
    const url = `http://127.0.0.1:${free}`;
    const stop = await startService({ script, url, env: { ...env, [port]: `${free}` } });
    return { document: `${url}/openapi.json`, stop };
  };

const chaos = (env: Record<string, string>) => service('services/chaos/src/main.ts', 'WAYBILL_CHAOS_PORT', env);

const gatewaySettings = {
  WAYBILL_LIMIT_COST_PER_SECOND: '1000000000',
  WAYBILL_LABEL_TIME: 'PT0.001S',
  WAYBILL_CHAOS_HANG: 'PT0.1S',
  LOG_LEVEL: 'fatal',
};

/** The gateway answers for the whole system, so all of it is started, in a folder of its own. */
async function gateway(): Promise<Running> {
  const stateDir = await mkdtemp(join(tmpdir(), 'waybill-rest-'));
  const stack = await startStack({
    ports: await freePorts(),
    stateDir,
    signal: new AbortController().signal,
    env: { ...withoutSettings(withOwnEngine(process.env)), ...gatewaySettings },
    telling: { say: () => undefined, arrived: () => undefined },
  });
  return {
    document: `${stack.addresses.gateway}/api/openapi.json`,
    token: stack.tokens?.operator,
    stop: async () => {
      await stack.stop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

/** The fuzzer would enable fault injection, so the providers run without it. */
export const surfaces: Surface[] = [
  { name: 'providers', start: chaos({ CHAOS_CONTROL: 'off', WAYBILL_LABEL_TIME: 'PT0.001S' }) },
  { name: 'switchboard', paths: '^/chaos', start: chaos({ CHAOS_CONTROL: 'on' }) },
  {
    name: 'order book',
    start: service('services/order-book/src/main.ts', 'WAYBILL_ORDER_BOOK_PORT'),
  },
  {
    name: 'gateway',
    start: gateway,
    checks: ['status_code_conformance', 'response_schema_conformance'],
    examples: 3,
  },
];
