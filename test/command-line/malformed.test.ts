import { beforeAll, expect, test } from 'vitest';
import { currentBundle } from '../../clients/cli/build/bundle.js';
import { globalOptions } from '../../clients/cli/src/command/global-options.ts';
import { commands } from '../../clients/cli/src/command-table/commands.ts';
import { waybill } from './waybill.ts';

beforeAll(currentBundle);

type Row = [argv: string, names: string, env?: Record<string, string>];

const noGateway = 'http://127.0.0.1:9/graphql';
const noUrls = ['ftp://x', 'nonsense', 'http://', '127.0.0.1:4000'];
const byUrl = ['whoami', 'list', 'login --role operator', 'api {viewer{id}}'];
const tooFarAway = '99999999999999d';

const rows: readonly Row[] = [
  ...noUrls.flatMap((url): Row[] => [
    [`whoami --url ${url}`, `--url: "${url}"`],
    ['whoami', `WAYBILL_URL: "${url}"`, { WAYBILL_URL: url }],
  ]),
  ...byUrl.flatMap((argv): Row[] => [
    [`${argv} --url ftp://x`, '--url'],
    [argv, 'WAYBILL_URL', { WAYBILL_URL: 'ftp://x' }],
  ]),
  ...['abc', '0', '65536'].map((port): Row => ['whoami', 'WAYBILL_GATEWAY_PORT', { WAYBILL_GATEWAY_PORT: port }]),
  ['ui', 'WAYBILL_TEMPORAL_UI_PORT', { WAYBILL_TEMPORAL_UI_PORT: 'abc' }],
  ['ui', 'WAYBILL_TEMPORAL_UI_URL', { WAYBILL_TEMPORAL_UI_URL: 'nonsense' }],
  ['whoami', 'WAYBILL_TOKEN', { WAYBILL_TOKEN: 'a b' }],
  ['whoami --token-file /nonexistent', '--token-file'],
  ['whoami --profile nobody', 'profile nobody'],
  ['list -o xml', '--output'],
  ['list --fields nonsense', '--fields'],
  ['login --role king', '--role'],
  ...['since', 'before', 'updated-since', 'updated-before'].flatMap((option): Row[] => [
    [`list --${option} soon`, `--${option}`],
    [`list --${option} ${tooFarAway}`, `--${option}`],
  ]),
  [`journal --from ${tooFarAway}`, '--from'],
  ['journal --to soon', '--to'],
  ['journal --type nothing', 'type of entry'],
  [`run standing --every 1d --sku M:1 --first-at ${tooFarAway}`, '--first-at'],
  ['run standing --every often --sku M:1', '--every'],
  ['run standing --every 1d --times 0 --sku M:1', '--times'],
  ['run payment --order S --customer ada --amount much', '--amount'],
  ['run payment --order S --customer ada --amount 1 --cancellable-for long', '--cancellable-for'],
  ['run user-context --strategy best', '--strategy'],
  ['run list --kind nothing', 'kind'],
  ...['wait ORD-1', 'watch ORD-1', 'run watch RUN-1'].flatMap((argv): Row[] => [
    [`${argv} --timeout soon`, '--timeout'],
    [`${argv} --timeout 25d`, '--timeout'],
  ]),
  ['wait ORD-1 --for LOST', 'status'],
  ['watch ORD-1 --until LOST', 'status'],
  ['watch --filter colour=red -o jsonl', '--filter'],
  ['list --status LOST', 'status'],
  ['list --health SICK', 'health'],
  ['list --sort first', 'sort'],
  ['list --plan none', 'plan'],
  ['list --limit none', '--limit'],
  ['list --min-total much', '--min-total'],
  ['list --max-total much', '--max-total'],
  ['place --sku M:x', '--sku'],
  ['place --file /nonexistent', '--file'],
  ['place --sku M:1 --timeout long', '--timeout'],
  ['place --sku M:1 --auto-approve-after long', '--auto-approve-after'],
  ['chaos set --share half', '--share'],
  ['api --var x {viewer{id}}', '--var'],
];

test.concurrent.each(rows)('waybill %s is wrong usage, and names %s', async (argv, names, env = {}) => {
  const args = argv.split(' ');

  const ended = await waybill([...args, ...(args.includes('-o') ? [] : ['--json'])], {
    WAYBILL_URL: noGateway,
    WAYBILL_STATE_DIR: '/nonexistent',
    ...(names.includes('_PORT') && { WAYBILL_URL: '' }),
    ...env,
  });

  const { error } = ended.stderr.startsWith('{') ? JSON.parse(ended.stderr) : { error: { message: ended.stderr } };
  expect({ exit: ended.exit, says: error.message }).toEqual({ exit: 2, says: expect.stringContaining(names) });
});

test('a wrong WAYBILL_URL does not matter where --url overrides it', async () => {
  const ended = await waybill(['whoami', '--url', noGateway, '--json'], { WAYBILL_URL: 'nonsense' });

  expect([ended.exit, JSON.parse(ended.stderr).error.code]).toEqual([8, 'UNREACHABLE']);
});

/** Any text is allowed for these, or only the gateway knows what is. */
const free = [
  ...['after', 'actor', 'order', 'customer', 'user', 'by', 'id', 'id-prefix', 'key', 'command-id', 'email', 'street'],
  ...['city', 'state', 'zip', 'country', 'currency', 'note', 'reason', 'seed', 'operation', 'query', 'service'],
  'lines', // its log must exist first
];

test('every option whose value can be malformed has a row', () => {
  const valued = [...globalOptions, ...commands.flatMap(({ options = [] }) => options)].flatMap(({ flags }) => {
    const [, name] = /--([\w-]+) </.exec(flags) ?? [];
    return name ? [name] : [];
  });
  const tried = (name: string) => rows.some(([argv]) => argv.includes(`--${name} `)) || name === 'output';

  expect([...new Set(valued)].filter((name) => !free.includes(name) && !tried(name))).toEqual([]);
});
