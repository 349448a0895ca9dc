import { expect, test } from 'vitest';
import {
  BadSettings,
  type Environment,
  readSettings,
  refuseSharedPorts,
  type Setting,
  table,
} from '../src/settings/index.ts';

/** What the message says of the environment, line by line. */
function complaints(refuse: () => unknown): string[] {
  try {
    refuse();
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(BadSettings);
    return (error as BadSettings).message.split('\n');
  }
}

const read = (env: Environment) => complaints(() => readSettings('gateway', env));

const settings = Object.entries<Setting>(table);
const variables = settings.flatMap(([name, { aliases = [] }]) => [name, ...aliases]);

test.each(variables)('%s is named when its value is refused, as it was set', (variable) => {
  const own = settings.find(([, { aliases = [] }]) => aliases.includes(variable))?.[0] ?? 'no other';

  const lines = read({ [variable]: '\0' });

  expect(lines[0]).toMatch(new RegExp(`^${variable}: must `));
  expect(lines.join()).not.toContain(own);
});

const withPasswords = [
  'https://ada:hunter2@shop.example',
  'ada:hunter2@shop.example',
  'https://ada:hun?ter2@shop',
].concat('https://shop.example?key=hunter2', 'https://shop.example#hunter2', 'postgres://ada:hunter2@local host/x');

test.each(withPasswords)('the password in %s is shown by no setting that refuses it', (text) => {
  const refused = variables.flatMap((variable) => read({ [variable]: text }));

  expect(refused.length).toBeGreaterThan(settings.length / 2);
  expect(refused.filter((line) => /hun.?ter2/.test(line))).toEqual([]);
});

test('a setting that is too short to be a secret is not shown', () => {
  expect(read({ WAYBILL_JWT_SECRET: 'hunter2', WAYBILL_TOKEN: 'hunter2 ' })).toEqual([
    'WAYBILL_JWT_SECRET: must have 32 characters or more, spaces at its ends not counted',
  ]);
  expect(read({ WAYBILL_TOKEN: 'hunter2 hunter2' })).toEqual([
    'WAYBILL_TOKEN: must be one line of printable characters, without spaces',
  ]);
});

test('a token of the command line is as long as its issuer makes it', () => {
  expect(read({ WAYBILL_TOKEN: 'x'.repeat(4_000) })).toEqual([]);
});

test('an alias in seconds says that it takes seconds', () => {
  expect(read({ WORKFLOW_RUN_TIMEOUT_SECONDS: 'abc' })).toEqual([
    'WORKFLOW_RUN_TIMEOUT_SECONDS: must be a whole number of seconds from 1 to 2147483, and is "abc"',
  ]);
});

test.each<[Environment, string]>([
  [
    { WAYBILL_LABEL_HEARTBEAT: 'PT7S' },
    'WAYBILL_LABEL_HEARTBEAT: must be no longer than half of WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT, which is PT12S by default',
  ],
  [
    { WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT: 'PT9S' },
    'WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT: must be at least twice WAYBILL_LABEL_HEARTBEAT, which is PT5S by default',
  ],
  [
    { WAYBILL_LABEL_HEARTBEAT: 'PT7S', WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT: 'PT9S' },
    'WAYBILL_LABEL_HEARTBEAT: must be no longer than half of WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT',
  ],
  [
    { WAYBILL_CHAOS_SLOW_FROM: 'PT3S' },
    'WAYBILL_CHAOS_SLOW_FROM: must be no longer than WAYBILL_CHAOS_SLOW_TO, which is PT2S by default',
  ],
  [
    { WAYBILL_CHAOS_SLOW_TO: 'PT0.1S' },
    'WAYBILL_CHAOS_SLOW_TO: must be no shorter than WAYBILL_CHAOS_SLOW_FROM, which is PT0.2S by default',
  ],
  [
    { WAYBILL_DRAIN_TIMEOUT: 'PT1S', WAYBILL_VERDICT_TIMEOUT: 'PT20S' },
    'WAYBILL_VERDICT_TIMEOUT: must be shorter than WAYBILL_DRAIN_TIMEOUT; a gateway that stops would cut off commands that wait for their verdict',
  ],
  [
    { WAYBILL_DRAIN_TIMEOUT: 'PT5S' },
    'WAYBILL_DRAIN_TIMEOUT: must be longer than WAYBILL_VERDICT_TIMEOUT, which is PT5S by default; a gateway that stops would cut off commands that wait for their verdict',
  ],
  [
    { WAYBILL_LIMIT_COMMANDS: '100' },
    'WAYBILL_LIMIT_COMMANDS: must be more than WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF, which is 100 by default; customers could send none',
  ],
  [
    { ORDER_TASK_QUEUE: 'shipping' },
    'ORDER_TASK_QUEUE: must differ from WAYBILL_SHIPPING_QUEUE, which is shipping by default; their workers have other activities',
  ],
  [
    { WAYBILL_AUDIT_QUEUE: 'parcels', SHIPPING_TASK_QUEUE: 'parcels' },
    'SHIPPING_TASK_QUEUE: must differ from WAYBILL_AUDIT_QUEUE; their workers have other activities',
  ],
])('of two settings that contradict each other, one that was set is named (%j)', (env, line) => {
  expect(read(env)).toEqual([line]);
});

const sharing = (service: 'gateway' | 'order-book', env: Environment) =>
  complaints(() => refuseSharedPorts(service, readSettings(service, env), new Set(Object.keys(env))));

test.each<['gateway' | 'order-book', Environment, string[]]>([
  [
    'gateway',
    { WAYBILL_METRICS_PORT: '4000' },
    ['WAYBILL_METRICS_PORT: must differ from WAYBILL_GATEWAY_PORT, which is 4000 by default'],
  ],
  [
    'gateway',
    { WAYBILL_METRICS_PORT: '9464', WAYBILL_GATEWAY_PORT: '9464' },
    ['WAYBILL_METRICS_PORT: must differ from WAYBILL_GATEWAY_PORT'],
  ],
  [
    'order-book',
    { WAYBILL_METRICS_PORT: '3002', WAYBILL_METRICS_HOST: '0.0.0.0' },
    ['WAYBILL_METRICS_PORT: must differ from WAYBILL_ORDER_BOOK_PORT, which is 3002 by default'],
  ],
  ['order-book', { WAYBILL_METRICS_PORT: '4000' }, []],
  ['gateway', { WAYBILL_METRICS_PORT: '4000', WAYBILL_GATEWAY_HOST: '203.0.113.7' }, []],
  ['gateway', { WAYBILL_METRICS_PORT: '0', WAYBILL_GATEWAY_PORT: '0' }, []],
])('a %s that would listen twice on one port (%j) names both settings', (service, env, lines) => {
  expect(sharing(service, env)).toEqual(lines);
});
