import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '@waybill/stack';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { processesWith } from '../../tools/stack/test/support/processes.ts';
import { waybill } from './waybill.ts';

let stateDir: string;
let env: Record<string, string>;

const call = async (words: string, stdin?: string) => {
  const { exit, stdout, stderr } = await waybill(words.split(' '), env, stdin);
  if (exit !== 0) throw new Error(`waybill ${words} ended with ${exit}: ${stderr}`);
  return stdout.trim();
};
const json = async (words: string) => JSON.parse(await call(`${words} --json`));
const linesOf = (text: string) => text.split('\n').map((line) => JSON.parse(line));

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'waybill-cli-'));
  const ports = await freePorts();
  env = {
    HOME: process.env.HOME ?? '',
    XDG_CONFIG_HOME: stateDir,
    WAYBILL_STATE_DIR: join(stateDir, 'state'),
    WAYBILL_GATEWAY_PORT: `${ports.gateway}`,
    WAYBILL_CHAOS_PORT: `${ports.chaos}`,
    WAYBILL_ORDER_BOOK_PORT: `${ports.orderBook}`,
    WAYBILL_TEMPORAL_PORT: `${ports.temporal}`,
    WAYBILL_TEMPORAL_UI_PORT: `${ports.temporalUi}`,
    WAYBILL_LABEL_TIME: 'PT2S',
    LOG_LEVEL: 'warn',
  };
  await call('start --detach');
});
afterAll(async () => {
  await waybill(['stop'], env);
  await rm(stateDir, { recursive: true, force: true });
});

const pidOfGateway = async (): Promise<number> => {
  const register = JSON.parse(await readFile(join(env.WAYBILL_STATE_DIR ?? '', 'stack.json'), 'utf8'));
  return register.processes.find(({ name }: { name: string }) => name === 'gateway').pid;
};

/** Kills the gateway, and resolves when the next one is ready. */
async function killGateway(): Promise<void> {
  const killed = await pidOfGateway();
  process.kill(killed, 'SIGKILL');
  const isReplaced = async () => {
    expect(await pidOfGateway()).not.toBe(killed);
    expect((await fetch(`http://127.0.0.1:${env.WAYBILL_GATEWAY_PORT}/ready`)).ok).toBe(true);
  };
  await vi.waitFor(isReplaced, { timeout: 60_000, interval: 50 });
}

test('the log of a detached start is its owner’s alone, and holds no token', async () => {
  const log = join(env.WAYBILL_STATE_DIR ?? '', 'logs', 'stack.log');

  expect((await stat(log)).mode & 0o777).toBe(0o600);
  expect(await readFile(log, 'utf8')).not.toMatch(/eyJ/);
});

test('across ten kills of the gateway, events misses and repeats nothing, and a watch shows rising revisions and the closed order last', async () => {
  const id = await call('place --sku MUG-001:2 --approval --timeout 1h -o id');
  const events = call(`events ${id} -o jsonl`);
  const watched = call(`watch ${id} -o jsonl`);

  for (let kill = 0; kill < 9; kill++) await killGateway();
  await call(`add-item ${id} BOOK-001:1`);
  await call(`approve ${id}`);
  await killGateway();

  const seqs = linesOf(await events).map(({ seq }) => seq);
  const { items } = await json(`history ${id}`);
  expect(seqs).toEqual(items.map(({ seq }: { seq: number }) => seq));
  const shown = linesOf(await watched);
  const revisions = shown.map(({ revision }) => revision);
  expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
  expect(shown.at(-1).order.closedAt).not.toBeNull();
});

test('a watch of twenty orders fits a terminal of 80 columns and 24 rows', async () => {
  const placed = await Promise.all(Array.from({ length: 20 }, () => call('place --sku MUG-001:1 -o id')));
  const command = `stty cols 80 rows 24; ${process.execPath} clients/cli/bin/waybill.js watch ${placed.join(' ')}`;

  const screen = await typescriptOf(command);

  const frames = screen.split('\x1b[20A\x1b[J').slice(0, -1);
  expect(frames.length).toBeGreaterThan(1);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a terminal is told
  const plain = screen.replaceAll(/\x1b\[[\d;]*[A-Za-z]/g, '').split(/\r?\n/);
  expect(Math.max(...plain.map((line) => line.length))).toBeLessThan(80);
  expect(plain.filter((line) => line.includes('SHIPPED')).length).toBeGreaterThanOrEqual(20);
});

/** What a terminal is told by a command. */
async function typescriptOf(command: string): Promise<string> {
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of child.stdout) output += chunk;
  return output;
}

test('each scene that runs without a person succeeds', async () => {
  const scenes = [1, 2, 3, 4, 5, 6, 8];

  const ends = await Promise.all(scenes.map((scene) => json(`demo ${scene} --yes`)));

  expect(ends.map(({ orders }) => orders.length)).toEqual([1, 1, 1, 1, 10, 1, 0]);
  expect(await json('audit')).toMatchObject({ balanced: true });
});

test('stop leaves no process', async () => {
  await call('stop');

  await expect.poll(() => processesWith(stateDir)).toEqual([]);
  expect((await waybill(['services'], env)).exit).toBe(8);
});
