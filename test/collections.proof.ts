import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts, type Stack, startStack, withOwnEngine } from '@waybill/stack';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { httpyac, type Reply, type Request } from './support/httpyac.ts';

const collections = fileURLToPath(new URL('../docs/http/', import.meta.url));
const names = (await readdir(collections)).filter((name) => name.endsWith('.http'));
const withFaults = names.filter((name) => name.includes('chaos'));

let folder: string;
let stack: Stack;
let requestsIn: (file: string) => Promise<Request[]>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-http-'));
  stack = await startStack({
    ports: await freePorts(),
    stateDir: join(folder, 'state'),
    env: { ...withOwnEngine(process.env), WAYBILL_LABEL_TIME: 'PT0.2S', LOG_LEVEL: 'warn' },
    signal: new AbortController().signal,
    telling: { say: () => undefined, arrived: () => undefined },
  });
  await cp(collections, folder, { recursive: true });
  const { gateway: host, chaos: providers } = stack.addresses;
  const local = { ...stack.tokens, host, providers };
  await writeFile(join(folder, 'http-client.private.env.json'), JSON.stringify({ local }));
  requestsIn = await httpyac('local');
});
afterAll(async () => {
  await stack?.stop();
  await rm(folder, { recursive: true, force: true });
});

const said = 'every request of %s is answered with what its title says';
test.concurrent.each(names.filter((name) => !withFaults.includes(name)))(said, isAnsweredAsSaid);
test.each(withFaults)(said, isAnsweredAsSaid);

async function isAnsweredAsSaid(name: string): Promise<void> {
  const requests = await requestsIn(join(folder, name));

  for (const request of requests) expect(await answerOf(request)).toBe(request.title);

  expect(requests.length).toBeGreaterThan(1);
}

/** The title of a request, with what it was answered with in the place of what is expected. */
async function answerOf({ title, send }: Request): Promise<string> {
  let answer = '';
  const isAnswered = async () => {
    const reply = await send();
    answer = title.replace(ending, (_, what, word) => `${what}${told(reply, word !== undefined)}`);
    // The same command again is answered with its verdict.
    if (reply?.statusCode === 202 || title.startsWith('Wait')) expect(answer).toBe(title);
  };
  await vi.waitFor(isAnswered, { timeout: 120_000, interval: 200 }).catch(() => undefined);
  return answer;
}

const ending = /^(.*?)(: [A-Z_]+)? \(\d{3}\)$/;

const told = (reply: Reply | undefined, withStatus: boolean): string => {
  const { status } = (reply?.parsedBody ?? {}) as { status?: string };
  return `${withStatus ? `: ${status}` : ''} (${reply?.statusCode})`;
};
