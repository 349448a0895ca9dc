// Longer than 150 lines: a row for each setting of the gateway.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStepRules, stepRules } from '@waybill/contracts/domain';
import { chapters, readSettings } from '@waybill/contracts/settings';
import { createGatewayOptions, type GatewayOptions } from '@waybill/gateway';
import { openLog } from '@waybill/platform';
import type { Effect, Effects, Name, Observe } from './effect.ts';
import { stand } from './stand-ins.ts';

type Parts = ReturnType<typeof createGatewayOptions>;

/** Of what a gateway is made. */
export const made =
  (look: (parts: Parts) => unknown): Observe =>
  async (env) => {
    const parts = createGatewayOptions(readSettings('gateway', env), openLog('test', 'silent'));
    const seen = await look(parts);
    await parts.close();
    return seen;
  };

/** Whether a neighbour receives this text from a gateway. */
export const says = (words: string, work: (parts: Parts) => Promise<unknown>): Observe =>
  made((parts) => stand.areTold(words, () => work(parts)));

export const placing = ({ orders }: Parts) => orders.place(anOrder, { idempotencyKey: null, caller: 'ada' });

const anOrder: Parameters<GatewayOptions['orders']['place']>[0] = {
  orderId: null,
  customerId: 'ada',
  customerEmail: 'ada@example.com',
  items: [],
  total: { amountMinor: 0, currencyCode: 'USD' },
  shippingAddress: { street: '', city: '', state: null, zip: '', country: 'GB' },
  requiresApproval: false,
  approvalTimeoutMs: 1,
  autoApproveAfterMs: null,
  plan: 'AUTHORIZE_FIRST',
  placedAt: '2026-01-01T00:00:00Z',
  placedBy: 'ada',
  correlationId: 'c',
};

const documents = join(mkdtempSync(join(tmpdir(), 'waybill-documents-')), 'documents.json');
writeFileSync(documents, JSON.stringify({ one: '{ viewer { id } }' }));

const secret = 'a secret of thirty-two characters';
const keys = 'https://issuer.example/keys';
const signingIn = {
  WAYBILL_JWKS_URL: keys,
  WAYBILL_JWT_AUDIENCE: 'waybill',
  WAYBILL_OIDC_ISSUER: 'https://other.example',
  WAYBILL_OIDC_CLIENT_ID: 'other',
};

const limit = <L extends Name>(key: keyof Parts['limits'], given = '7', seen: number = Number(given)) =>
  ({ given, on: { gateway: [made(({ limits }) => limits[key]), seen] } }) as unknown as Effect<L>;

type OrderLimit = keyof NonNullable<NonNullable<Parts['overrides']>['limits']>;
const orderLimit = (key: OrderLimit) =>
  ({
    given: '7',
    on: { gateway: [made(({ overrides }) => overrides?.limits?.[key]), 7] },
  }) satisfies Effect<'WAYBILL_LIMIT_ITEMS'>;

type RunLimit = keyof NonNullable<NonNullable<Parts['runOverrides']>['limits']>;
const runLimit = (key: RunLimit) =>
  ({
    given: '7000',
    on: { gateway: [made(({ runOverrides }) => runOverrides?.limits?.[key]), 7_000] },
  }) satisfies Effect<'WAYBILL_LIMIT_RUN_COMMANDS'>;

const fields = { ATTEMPTS: 'attempts', TIMEOUT: 'timeoutMs', FIRST_RETRY: 'firstRetryMs' } as const;

type ByStep = Record<string, object> | undefined;

function patienceOf(name: string): Effect {
  const [, step = '', field = ''] = /^WAYBILL_(.+)_(ATTEMPTS|TIMEOUT|FIRST_RETRY)$/.exec(name) ?? [];
  const [given, seen] = field === 'ATTEMPTS' ? ['7', 7] : ['PT7S', 7_000];
  const key = fields[field as keyof typeof fields];
  const isIn = { orders: step in stepRules, runs: step in runStepRules };
  const look = made(({ overrides, runOverrides }) => ({
    orders: (overrides?.patience as ByStep)?.[step],
    runs: (runOverrides?.patience as ByStep)?.[step],
  }));
  const tried = { [key]: seen };
  const carried = { orders: isIn.orders ? tried : undefined, runs: isIn.runs ? tried : undefined };
  return { given, on: { gateway: [look, carried] } } as unknown as Effect;
}

type PatienceName =
  | Extract<Name, `WAYBILL_${string}_${'ATTEMPTS' | 'FIRST_RETRY'}`>
  | Extract<Name, `WAYBILL_${string}_TIMEOUT`>;
const others: readonly string[] = ['WAYBILL_ORDER_TIMEOUT', 'WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT'];
const patience = Object.fromEntries(
  Object.keys(Object.fromEntries(chapters).Patience ?? {})
    .filter((name) => !others.includes(name))
    .map((name) => [name, patienceOf(name)]),
) as unknown as Effects<Exclude<PatienceName, keyof typeof itself>>;

const itself = {
  WAYBILL_JWT_ISSUER: {
    given: 'https://issuer.example',
    on: { gateway: [made(({ access }) => access.tokens.issuer), 'https://issuer.example'] },
  },
  WAYBILL_JWT_AUDIENCE: {
    given: 'waybill',
    on: { gateway: [made(({ access }) => access.tokens.audience), 'waybill'] },
  },
  WAYBILL_JWT_ROLE_CLAIM: {
    given: 'realm_access.roles',
    on: { gateway: [made(({ access }) => access.tokens.roleClaim), 'realm_access.roles'] },
  },
  WAYBILL_OIDC_ISSUER: {
    given: 'https://issuer.example',
    beside: signingIn,
    on: {
      gateway: [
        made(({ access, dashboard }) => [access.tokens.issuer, dashboard?.signIn?.issuer]),
        ['https://issuer.example', 'https://issuer.example'],
      ],
    },
  },
  WAYBILL_OIDC_CLIENT_ID: {
    given: 'dashboard',
    beside: signingIn,
    on: { gateway: [made(({ dashboard }) => dashboard?.signIn?.clientId), 'dashboard'] },
  },
  WAYBILL_GRAPHIQL: { given: 'off', on: { gateway: [made(({ access }) => access.graphiql), false] } },
  WAYBILL_INTROSPECTION: { given: 'off', on: { gateway: [made(({ access }) => access.introspection), false] } },
  WAYBILL_ALLOWED_ORIGINS: {
    given: 'https://shop.example',
    on: { gateway: [made(({ access }) => access.allowedOrigins), ['https://shop.example']] },
  },
  WAYBILL_TRUSTED_DOCUMENTS: {
    given: documents,
    on: { gateway: [made(({ access }) => access.trustedDocuments), new Map([['one', '{ viewer { id } }']])] },
  },
  WAYBILL_REQUEST_TIMEOUT: {
    given: 'PT7S',
    on: { gateway: [made(({ requestTimeoutMs }) => requestTimeoutMs), 7_000] },
  },
  WAYBILL_VERDICT_TIMEOUT: {
    given: 'PT7S',
    on: { gateway: [made(({ verdictTimeoutMs }) => verdictTimeoutMs), 7_000] },
  },
  WAYBILL_DRAIN_TIMEOUT: { given: 'PT7S', on: { gateway: [made(({ graceMs }) => graceMs), 7_000] } },
  WAYBILL_LIMIT_DEPTH: limit('depth'),
  WAYBILL_LIMIT_INTROSPECTION_DEPTH: limit('introspectionDepth'),
  WAYBILL_LIMIT_ALIASES: limit('aliases'),
  WAYBILL_LIMIT_DIRECTIVES: limit('directives'),
  WAYBILL_LIMIT_TOKENS: limit('tokens'),
  WAYBILL_LIMIT_COST: limit('cost'),
  WAYBILL_LIMIT_COST_PER_SECOND: limit('costPerSecond'),
  WAYBILL_LIMIT_PAGE: limit('page'),
  WAYBILL_LIMIT_BODY_BYTES: limit('bodyBytes'),
  WAYBILL_LIMIT_MESSAGE_BYTES: limit('messageBytes'),
  WAYBILL_LIMIT_SOCKETS_PER_USER: limit('socketsPerUser'),
  WAYBILL_LIMIT_OPERATIONS_PER_SOCKET: limit('operationsPerSocket'),
  WAYBILL_LIMIT_MESSAGES_PER_SECOND: limit('messagesPerSecond'),
  WAYBILL_LIMIT_LONG_POLLS: limit('longPolls'),
  WAYBILL_LIMIT_INIT: limit('initMs', 'PT7S', 7_000),
  WAYBILL_LIMIT_ITEMS: orderLimit('items'),
  WAYBILL_LIMIT_COMMANDS: {
    ...orderLimit('commands'),
    beside: { WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF: '3' },
  },
  WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF: orderLimit('commandsKeptForStaff'),
  WAYBILL_LIMIT_HISTORY_EVENTS: orderLimit('historyEvents'),
  WAYBILL_LIMIT_RUN_COMMANDS: runLimit('commands'),
  WAYBILL_LIMIT_RUN_HISTORY_EVENTS: runLimit('historyEvents'),
  WAYBILL_ORDER_TIMEOUT: { given: 'PT7M', on: { gateway: [made(({ overrides }) => overrides?.limitMs), 420_000] } },
  WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT: {
    given: 'PT1M',
    on: { gateway: [made(({ overrides }) => overrides?.patience?.CREATE_LABEL), { heartbeatMs: 60_000 }] },
  },
} satisfies Partial<Effects>;

export const gatewayEffects = { ...itself, ...patience };
export { keys, secret };
