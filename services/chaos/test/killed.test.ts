import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledPrograms } from '@waybill/bundles';
import { createProvidersClient, type ProvidersClient } from '@waybill/providers-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { usd } from './an-order.ts';
import { minute } from './test-providers.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-killed-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const orders = Array.from({ length: 40 }, (_, n) => `KILLED-${n}`);

/** After so many answers. The long proof kills at other moments too. */
const kills = process.env.WAYBILL_PROVE === 'on' ? [10, 25, 45, 60, 80] : [45];

test(
  'providers that are killed during parallel calls lose no reply and repeat no effect',
  async () => {
    const answers = new Map<string, unknown>();
    for (const answersBeforeTheKill of kills) {
      const { client, kill } = await startProviders();
      await killedAfter(answersBeforeTheKill, kill, (answered) => payAndRefund(client, answers, answered));
      await client.close();
    }

    const { client, kill } = await startProviders();
    await payAndRefund(client, answers);
    const audit = await client.audit.whole();
    const { orders: audited } = await client.audit.orders({ first: 1000 });
    await Promise.all([client.close(), kill()]);

    expect(answers.size).toBe(orders.length * 3);
    expect(audit.violations).toEqual([]);
    const everyEffectOnce = ['PAYMENT HELD', 'PAYMENT CAPTURED', 'PAYMENT REFUNDED'];
    expect(audited.map(({ effects }) => effects)).toEqual(orders.map(() => everyEffectOnce));
  },
  5 * minute,
);

/** The providers in their own process, with the data of the previous one. */
async function startProviders() {
  const { chaos } = await bundledPrograms();
  const child = spawn(process.execPath, [chaos], {
    env: {
      ...process.env,
      DATABASE_URL: '',
      WAYBILL_CHAOS_PORT: '0',
      WAYBILL_CHAOS_DATA: join(folder, 'chaos'),
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const [ready] = (await once(child.stdout, 'data')) as [Buffer];
  const { url } = JSON.parse(ready.toString()) as { url: string };
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  return { client: createProvidersClient({ baseUrl: url }), kill };
}

async function killedAfter(
  wanted: number,
  kill: () => Promise<void>,
  work: (answered: () => void) => Promise<void>,
): Promise<void> {
  let left = wanted;
  let killed: Promise<void> | undefined;
  await work(() => {
    left -= 1;
    if (left === 0) killed = kill();
  });
  await killed;
}

/** Every order, all at once, each call with its own key; an order whose call is cut off goes no further. */
async function payAndRefund({ payment }: ProvidersClient, answers: Map<string, unknown>, answered = () => {}) {
  const remembered = async <T>(key: string, call: (options: { idempotencyKey: string }) => Promise<T>): Promise<T> => {
    const answer = await call({ idempotencyKey: key });
    expect(answer).toEqual(answers.get(key) ?? answer);
    answers.set(key, answer);
    answered();
    return answer;
  };
  const story = async (orderId: string) => {
    const { authorizationId } = await remembered(`${orderId}:A`, (key) =>
      payment.authorize({ orderId, customerId: 'c-1', amount: usd(500) }, key),
    );
    await remembered(`${orderId}:C`, (key) => payment.capture({ orderId, authorizationId, amount: usd(500) }, key));
    await remembered(`${orderId}:R`, (key) => payment.refund({ orderId }, key));
  };
  const ends = await Promise.allSettled(orders.map(story));
  const failures = ends.flatMap((end) => (end.status === 'rejected' ? [(end.reason as Error).name] : []));
  expect(failures.filter((name) => name !== 'Unavailable' && name !== 'Unreachable')).toEqual([]);
}
