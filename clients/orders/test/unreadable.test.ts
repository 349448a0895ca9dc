import { Client, Connection, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { OrderState } from '@waybill/contracts/domain';
import { readSettings } from '@waybill/contracts/settings';
import { afterAll, expect, test } from 'vitest';
import { createEngine, type Engine } from '../src/engine/engine.ts';
import { dataConverterFrom } from '../src/engine/payload-codec.ts';
import { createWorkflowStart } from '../src/engine/workflow-start.ts';
import { runStateQuery } from '../src/following/run.ts';
import { createWorkReader } from '../src/following/running-work.ts';
import { asPlaced } from '../src/reading/order-query.ts';

const keyOf = (id: string) => ({ WAYBILL_PAYLOAD_KEYS: `${id}:${Buffer.alloc(32).toString('base64')}` });
const connection = Connection.lazy();
afterAll(() => connection.close());

/** It reads with another key than the one that encrypted. */
const engine = createEngine(new Client({ connection, ...dataConverterFrom(readSettings('worker', keyOf('key-7'))) }));
const payload = { metadata: { encoding: Buffer.from('binary/encrypted'), 'encryption-key-id': Buffer.from('key-8') } };
const input = { payloads: [payload] };
const missing = { message: expect.stringContaining('has no key "key-8"'), workflowId: 'order-ORD-1' };

test('an order that is placed again without the key of the first time fails with the name of its workflow', async () => {
  const start = createWorkflowStart(engineThatHas({ orderId: payload, fingerprint: payload }), 'orders', 'orderId');
  const content = { args: [], identity: { id: 'ORD-1', fingerprint: 'f' } };

  const placed = start('fulfillOrder', 'order-ORD-1', content, Promise.resolve(undefined));

  await expect(placed).rejects.toMatchObject(missing);
});

test('the first state of an order whose key is missing fails with the name of its workflow', async () => {
  const started = { input, workflowType: { name: 'fulfillOrder' }, workflowId: 'order-ORD-1' };

  const read = asPlaced(engine, [{ workflowExecutionStartedEventAttributes: started }]);

  await expect(read).rejects.toMatchObject(missing);
});

test('the first state of a run whose key is missing fails with the name of its workflow', async () => {
  const started = { input, workflowType: { name: 'payment' }, workflowId: 'run-RUN-1' };

  const read = runStateQuery(engine).asStarted([{ workflowExecutionStartedEventAttributes: started }]);

  await expect(read).rejects.toMatchObject({ ...missing, workflowId: 'run-RUN-1' });
});

test.each([
  ['the progress', { heartbeatDetails: input }],
  [
    'the last error',
    { lastFailure: { applicationFailureInfo: { type: 'ADDRESS_REFUSED' }, encodedAttributes: payload } },
  ],
])('%s of a step whose key is missing fails with the name of its workflow', async (_, work) => {
  const activity = { ...work, activityType: { name: 'createLabel' } };
  const order = { orderId: 'ORD-1', compensations: [], steps: [{ name: 'CREATE_LABEL', status: 'RUNNING' }] };

  const read = createWorkReader(engineThatRuns(activity))(order as unknown as OrderState, { withinMs: 1_000 });

  await expect(read).rejects.toMatchObject({ ...missing, workflowId: 'shipment-ORD-1' });
});

/** Its workflow was started before, with this memo. */
const engineThatHas = (fields: Record<string, object>): Engine => ({
  ...engine,
  limited: () => Promise.reject(new WorkflowExecutionAlreadyStartedError('started', 'order-ORD-1', 'fulfillOrder')),
  describe: async () =>
    ({ workflowExecutionInfo: { execution: { workflowId: 'order-ORD-1' }, memo: { fields } } }) as Awaited<
      ReturnType<Engine['describe']>
    >,
});

const engineThatRuns = (activity: object): Engine => ({
  ...engine,
  describe: async () => ({ pendingActivities: [activity] }) as Awaited<ReturnType<Engine['describe']>>,
});
