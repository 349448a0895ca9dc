import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { Connection } from '@temporalio/client';
import { orThrow, type Waybill } from '@waybill/client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { anOrder, patiently, type System, startSystem } from './system.ts';
import { notRefused } from './verdict.ts';

const keyOf = (byte: number) => `key-${byte}:${Buffer.alloc(32, byte).toString('base64')}`;
const [first, second] = [keyOf(7), keyOf(8)];
const customerEmail = 'canary@canary.example';
const missing = 'WAYBILL_PAYLOAD_KEYS has no key \\"key-8\\"';
const replay = 'Failed to process Workflow Activation';
const canaries = /canary/i;

const folder = mkdtempSync(join(tmpdir(), 'waybill-codec-'));
/** Orders of no other test are taken over. */
const queues = { WAYBILL_ORDERS_QUEUE: 'secret-orders', WAYBILL_SHIPPING_QUEUE: 'secret-shipping' };

let connection: Connection;
let system: System | undefined;
let client: Waybill;
beforeAll(async () => {
  connection = await Connection.connect({ address: inject('temporalAddress') });
});
afterAll(async () => {
  client?.close();
  system?.stop();
  await connection?.close();
  await rm(folder, { recursive: true });
});

/** Restarts the whole system with these keys on the same databases. */
async function runsWith(keys: string): Promise<void> {
  client?.close();
  system?.stop();
  system = await startSystem(inject('temporalAddress'), queues, {
    chaos: { CHAOS_CONTROL: 'on', WAYBILL_CHAOS_DATA: `${folder}/chaos` },
    book: { WAYBILL_ORDER_BOOK_DATA: `${folder}/book` },
    gateway: { WAYBILL_PAYLOAD_KEYS: keys },
    worker: { WAYBILL_PAYLOAD_KEYS: keys, WAYBILL_AUDIT_EVERY: 'PT2S' },
  });
  client = await system.client();
}

async function placed(orderId: string): Promise<void> {
  const shippingAddress = { ...anOrder.shippingAddress, street: '7 Canary Row' };
  const waiting = { requiresApproval: true, approvalTimeout: 'PT1H' };
  const order = { ...anOrder, ...waiting, orderId, customerEmail, shippingAddress };
  await patiently(async () => orThrow(await client.orders.place(order)));
  for await (const { status } of client.orders.watch(orderId)) if (status === 'AWAITING_APPROVAL') break;
}

/** The orders that the log names in the lines with all of these texts; undefined for a line that names none. */
const ordersNamed = (...texts: string[]): (string | undefined)[] => {
  const lines = system?.output().split('\n') ?? [];
  const found = lines.filter((line) => texts.every((text) => line.includes(text)));
  return found.map((line) => /"(?:workflowId":"order-|orderId":")([^"]+)"/.exec(line)?.[1]);
};

const healthOf = (orderId: string) => () => patiently(async () => (await client.orders.get(orderId))?.health);

async function approvedAndClosed(orderId: string): Promise<string> {
  notRefused(await patiently(() => client.orders.approve(orderId, { commandId: `approve-${orderId}` })));
  let last = '';
  for await (const { status } of client.orders.watch(orderId)) last = status;
  return last;
}

/** Everything that the engine stores of a workflow, with undecoded payloads. */
async function storedOf(workflowId: string): Promise<string> {
  const request = { namespace: 'default', execution: { workflowId } };
  const [history, described] = await Promise.all([
    connection.workflowService.getWorkflowExecutionHistory(request),
    connection.workflowService.describeWorkflowExecution(request),
  ]);
  return (
    inspect([history, described], { depth: null, maxArrayLength: null, maxStringLength: null }) +
    [...payloadsIn(history), ...payloadsIn(described)].join('\n')
  );
}

/** The bytes of every payload, as text. */
function payloadsIn(part: unknown): string[] {
  if (part instanceof Uint8Array) return [Buffer.from(part).toString('latin1')];
  return part && typeof part === 'object' ? Object.values(part).flatMap(payloadsIn) : [];
}

test('orders survive the rotation of a key, and no history names their customers', async () => {
  await runsWith(first);
  await placed('SECRET-1');

  await runsWith(`${second},${first}`);
  const end = await approvedAndClosed('SECRET-1');
  await placed('SECRET-2');

  expect(end).toBe('SHIPPED');
  const stored = await storedOf('order-SECRET-1');
  expect(stored).toContain('binary/encrypted');
  expect(stored).toContain('key-7');
  expect(stored).toContain('key-8');
  expect(stored).not.toMatch(canaries);
});

test('the failure of a step is readable with the right, and in no history', async () => {
  await runsWith(first);
  const declined = { operation: 'payment.authorize', outcomes: ['insufficient_funds'] };
  orThrow(await client.chaos.pin({ orderId: 'SECRET-4', ...declined }));
  await patiently(async () => orThrow(await client.orders.place({ ...anOrder, orderId: 'SECRET-4' })));
  let last = '';
  for await (const { status } of client.orders.watch('SECRET-4')) last = status;
  const read: unknown[] = [];
  for await (const { nodes } of client.orders.history('SECRET-4')) read.push(...nodes);

  expect(last).toBe('FAILED');
  expect(JSON.stringify(read)).toContain('The payment was declined');
  const stored = await storedOf('order-SECRET-4');
  expect(stored).toContain('Encoded failure');
  expect(stored).not.toContain('The payment was declined');
});

test('an order whose key is missing is stuck, the log names it and the key, and with the key back it ships', async () => {
  await runsWith(second);
  await placed('SECRET-3');

  await runsWith(first);
  await expect.poll(healthOf('SECRET-3'), { timeout: 120_000 }).toBe('STUCK');
  await expect.poll(() => ordersNamed(missing, replay), { timeout: 60_000 }).toContain('SECRET-3');
  expect(ordersNamed(missing)).not.toContain(undefined);
  await runsWith(`${first},${second}`);
  await expect.poll(healthOf('SECRET-3'), { timeout: 120_000 }).not.toBe('STUCK');
  const end = await approvedAndClosed('SECRET-3');

  expect(end).toBe('SHIPPED');
}, 900_000);
