import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aGatewayWithDoubles, type Fixture } from './support/gateway-with-doubles.ts';
import { leaves } from './support/operations.ts';
import { bodyOf, patterns } from './support/patterns.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await aGatewayWithDoubles({ limits: { messagesPerSecond: 1e6 } });
});
afterAll(() => fixture.close());

const many = 250_000;
const onSocket = 60_000;

const every = Object.values(patterns);
/** The long proof sends every pattern at every input; here each input gets three of them, one on each transport. */
const patternsAt = (at: number) =>
  process.env.WAYBILL_PROVE === 'on' ? every : [0, 1, 2].flatMap((turn) => every[(3 * at + turn) % every.length] ?? []);

/** On transports that take turns. */
test.each(leaves().map((leaf, at) => [`${leaf.operation.name}(${leaf.path}: ${leaf.type})`, leaf, at] as const))(
  'input that is too long or too deep in %s is refused by name before any port is called',
  async (_, leaf, at) => {
    const before = fixture.calls.length;

    const answers = await Promise.all(
      patternsAt(at).map((json, turn) => transports[(at + turn) % 3]?.((bytes) => bodyOf(leaf, json(bytes)))),
    );

    const refused = { message: expect.stringContaining(`variables.${leaf.path}`.slice(0, 60)), code: 'BAD_USER_INPUT' };
    expect(answers).toEqual(answers.map(() => refused));
    expect(fixture.calls.length).toBe(before);
  },
);

test.each<[string, object, string]>([
  ['a document', { query: `{ viewer { id } } #${'x'.repeat(many)}` }, 'A document may have at most 65536 characters'],
  [
    'a name of an operation',
    { query: '{ viewer { id } }', operationName: 'x'.repeat(many) },
    'operationName may have at most 200',
  ],
  ['a literal', { query: `{ order(id: "${'0'.repeat(60_000)}") { id } }` }, 'A literal has 60000 characters'],
  ['a number', { query: `{ order(id: 1${'0'.repeat(60_000)}) { id } }` }, 'A literal has 60001 characters'],
  ['a decimal', { query: `{ orders(filter: { minTotal: "0.${'0'.repeat(60_000)}1" }) { changesCursor } }` }, 'Decimal'],
  ['a block of text', { query: `{ order(id: """${'\\n '.repeat(20_000)}x""") { id } }` }, 'A literal has'],
])('%s that is too long is refused', async (_, request, message) => {
  const { message: said } = await posted(JSON.stringify(request), 'application/json');

  expect(said).toContain(message);
});

test.each(['authorization', 'idempotency-key', 'last-event-id', 'x-correlation-id', 'accept', 'origin', 'cookie'])(
  'a long header %s is answered',
  async (name) => {
    const { endpoint, authorization } = fixture.gateway;
    const long = '0'.repeat(15_000);
    const headers = { ...authorization, 'content-type': 'application/json', [name]: long };

    const { status } = await fetch(endpoint, { method: 'POST', headers, body: '{"query":"{ viewer { id } }"}' });

    expect(status).toBeLessThan(500);
  },
);

type Body = (bytes: number) => string;
const transports = [
  (body: Body) => posted(body(many), 'application/json'),
  (body: Body) => posted(body(many), 'text/event-stream'),
  (body: Body) => toldOnSocket(body(onSocket)),
];

async function posted(body: string, accept: string) {
  const { endpoint, authorization } = fixture.gateway;
  const headers = { ...authorization, accept, 'content-type': 'application/json' };
  const response = await fetch(endpoint, { method: 'POST', headers, body });
  const text = await response.text();
  return firstError(JSON.parse(/^data: (.+)$/m.exec(text)?.[1] ?? text).errors);
}

/** All on one socket: none of them may close it. */
async function toldOnSocket(body: string) {
  const id = `${told++}`;
  socket ??= admitted();
  const opened = await socket;
  return new Promise<unknown>((resolve) => {
    const hear = (data: Buffer) => {
      const message = JSON.parse(String(data));
      if (message.id !== id) return;
      opened.off('message', hear).off('close', closed);
      resolve(message.type === 'error' ? firstError(message.payload) : message);
    };
    const closed = (code: number) => resolve({ code });
    opened.on('message', hear).once('close', closed);
    opened.send(`{"id":"${id}","type":"subscribe","payload":${body}}`);
  });
}

let told = 0;
let socket: Promise<ReturnType<Fixture['gateway']['socket']>> | undefined;

async function admitted() {
  const opened = fixture.gateway.socket();
  await once(opened, 'open');
  opened.send(JSON.stringify({ type: 'connection_init', payload: fixture.gateway.authorization }));
  await once(opened, 'message');
  return opened.setMaxListeners(100);
}

const firstError = ([error]: { message: string; extensions: { code: string } }[]) => ({
  message: error?.message,
  code: error?.extensions.code,
});
