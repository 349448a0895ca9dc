import { once } from 'node:events';
import { orThrow } from '@waybill/client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createProcesses } from './processes.ts';
import { anOrder, startSystem } from './system.ts';
import { type Authority, createAuthority, engineName, engineOverTls } from './tls-engine.ts';

const apiKey = 'an-api-key-that-the-engine-demands';

let authority: Authority;
let engine: Awaited<ReturnType<typeof engineOverTls>>;
beforeAll(async () => {
  authority = createAuthority();
  engine = await engineOverTls(inject('temporalAddress'), authority, apiKey);
});
afterAll(() => engine?.close());

const settings = () => ({
  TEMPORAL_ADDRESS: engine.address,
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: authority.file('authority.pem'),
  TEMPORAL_TLS_SERVER_NAME: engineName,
  TEMPORAL_TLS_CLIENT_CERT_PATH: authority.file('client.pem'),
  TEMPORAL_TLS_CLIENT_KEY_PATH: authority.file('client.key'),
  TEMPORAL_API_KEY: apiKey,
});

test('an order ships by an engine that demands a certificate and an API key', async () => {
  const system = await startSystem(engine.address, settings());
  const client = await system.client();
  try {
    const { order } = orThrow(await client.orders.place(anOrder));
    let status = '';
    for await (const seen of client.orders.watch(order.id)) status = seen.status;

    expect(status).toBe('SHIPPED');
    const names = new Set(engine.calls.map((path) => path.split('/').at(-1)));
    expect(names).toContain('StartWorkflowExecution');
    expect(names).toContain('PollActivityTaskQueue');
  } finally {
    client.close();
    system.stop();
  }
});

test.each([
  [
    'an authority that did not sign it',
    { TEMPORAL_TLS_SERVER_CA_CERT_PATH: 'stranger.pem' },
    'TEMPORAL_TLS_SERVER_CA_CERT_PATH: the certificate of the engine',
  ],
  [
    'a certificate of a stranger',
    { TEMPORAL_TLS_CLIENT_CERT_PATH: 'stranger.pem', TEMPORAL_TLS_CLIENT_KEY_PATH: 'stranger.key' },
    'TEMPORAL_TLS_CLIENT_CERT_PATH: the engine',
  ],
  ['a wrong name', { TEMPORAL_TLS_SERVER_NAME: 'another.example' }, 'TEMPORAL_TLS_SERVER_NAME: the certificate'],
  ['a wrong API key', { TEMPORAL_API_KEY: 'another-key' }, 'TEMPORAL_API_KEY: the engine'],
  [
    'a certificate that is not there',
    { TEMPORAL_TLS_SERVER_CA_CERT_PATH: 'missing.pem' },
    'TEMPORAL_TLS_SERVER_CA_CERT_PATH: must be',
  ],
])('with %s a worker ends with one line that names the setting, and exit code 1', async (_, wrong, error) => {
  const processes = createProcesses();
  const files = Object.entries(wrong).map(([name, value]) => [
    name,
    name.endsWith('_PATH') ? authority.file(value) : value,
  ]);
  const worker = processes.start('worker', { ...settings(), ...Object.fromEntries(files) });

  const [code] = await once(worker, 'close');

  const fatal = processes
    .output()
    .split('\n')
    .filter((line) => line.includes('"level":60'));
  expect({ code, fatal }).toEqual({ code: 1, fatal: [expect.stringContaining(`"error":"${error}`)] });
  expect(processes.output()).not.toContain(apiKey);
});
