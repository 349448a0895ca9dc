import { fileURLToPath } from 'node:url';
import { bundledPrograms } from '@waybill/bundles';
import { createRandom } from '@waybill/random';
import { afterEach, expect, test, vi } from 'vitest';
import { aToken } from '../services/gateway/test/support/tokens.ts';
import { conversation, converse } from './connections/hostile.ts';
import { type ServiceProcess, startServiceProcess } from './connections/service-process.ts';

const connections = Number(process.env.WAYBILL_HOSTILE_CONNECTIONS ?? 50);
const seed = Number(process.env.WAYBILL_HOSTILE_SEED ?? 12);
const atOnce = 32;

let service: ServiceProcess;
afterEach(() => service.stop());

const programs = await bundledPrograms();

test.each([
  ['the gateway', fileURLToPath(new URL('./connections/gateway-process.ts', import.meta.url))],
  ['the chaos service', programs.chaos],
  ['the order book', programs['order-book']],
])(
  `with ${connections} hostile connections (seed ${seed}) %s continues, and holds nothing afterwards`,
  async (_, file) => {
    service = await startServiceProcess(file);
    await Promise.all(Array.from({ length: 4 }, () => isServing(service)));
    const before = await service.held();

    await attack(service.port);

    expect(service.exited()).toBe(false);
    await isServing(service);
    await vi.waitFor(async () => expect(await service.held()).toEqual(before), { timeout: 20_000, interval: 100 });
  },
  60_000 + connections * 100,
);

async function attack(port: number): Promise<void> {
  const token = await aToken();
  const random = createRandom(seed);
  let left = connections;
  const client = async () => {
    while (left-- > 0 && !service.exited()) await converse(port, conversation(random, token), random);
  };
  await Promise.all(Array.from({ length: atOnce }, client));
}

async function isServing({ url }: ServiceProcess): Promise<void> {
  const answer = await fetch(`${url}/health`, { headers: { connection: 'close' } });
  expect(answer.status).toBe(200);
  await answer.text();
}
