import { Runtime, Worker } from '@temporalio/worker';
import { readSettings } from '@waybill/contracts/settings';
import { openLog } from '@waybill/platform';
import { expect, onTestFinished, test, vi } from 'vitest';
import { optionsOf } from '../src/assembly/workers.ts';
import { engineLog } from '../src/telemetry/engine-log.ts';
import { historyIn } from './support/recording.ts';
import { bundled, noSinks, theWorkflows } from './support/workflow-code.ts';

const history = 'after-it-was-shipped-is-told-so.json';
const key = `key-7:${Buffer.alloc(32).toString('base64')}`;

test.each([
  ['has no key "key-8", which a payload needs', { WAYBILL_PAYLOAD_KEYS: key }],
  ['is not set, and a payload needs its key "key-8"', {}],
])('the log of a worker whose WAYBILL_PAYLOAD_KEYS %s names the order', async (message, settings) => {
  const lines = linesLogged();

  await replay('order-ORD-1', await encrypted(history), settings);

  expect(lines).toContainEqual(
    expect.objectContaining({
      msg: 'Failed to process Workflow Activation',
      workflowId: 'order-ORD-1',
      runId: expect.any(String),
      error: `WAYBILL_PAYLOAD_KEYS ${message}`,
    }),
  );
});

/** Replays it as a worker with these settings would. */
async function replay(workflowId: string, history: object, settings: Record<string, string>): Promise<void> {
  const { dataConverter } = optionsOf('orders', readSettings('worker', settings));
  const options = { workflowBundle: await bundled(theWorkflows), sinks: noSinks, dataConverter };
  await Worker.runReplayHistory(options, history, workflowId).catch(() => undefined);
}

/** A recorded history whose input is encrypted under a key that no worker here has. */
async function encrypted(file: string): Promise<object> {
  const history = structuredClone(await historyIn(file));
  const started = history.events[0]?.workflowExecutionStartedEventAttributes;
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const metadata = { encoding: base64('binary/encrypted'), 'encryption-key-id': base64('key-8') };
  Object.assign(started ?? {}, { input: { payloads: [{ metadata, data: base64('nothing to read') }] } });
  return history;
}

/** What the worker's own log has of the SDK's lines, from now on. */
function linesLogged(): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  const log = engineLog(openLog('worker', 'info', { write: (line) => void lines.push(JSON.parse(line)) }));
  vi.spyOn(Runtime.instance().logger, 'log').mockImplementation((level, message, meta) =>
    log.log(level, message, meta),
  );
  vi.spyOn(Runtime.instance().logger, 'error').mockImplementation((message, meta) => log.error(message, meta));
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  return lines;
}
