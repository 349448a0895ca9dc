import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStepRules, stepRules } from '@waybill/contracts/domain';
import { settingGroups } from '@waybill/contracts/settings';
import type { Effect, Effects, Name } from './effect.ts';
import { gatewayEffect } from './gateway-effects.ts';
import { limitEffects } from './limits.ts';

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

const fields = { ATTEMPTS: 'attempts', TIMEOUT: 'timeoutMs', FIRST_RETRY: 'firstRetryMs' } as const;

type ByStep = Record<string, object> | undefined;

function patienceOf(name: string): Effect {
  const [, step = '', field = ''] = /^WAYBILL_(.+)_(ATTEMPTS|TIMEOUT|FIRST_RETRY)$/.exec(name) ?? [];
  const [given, seen] = field === 'ATTEMPTS' ? ['7', 7] : ['PT7S', 7_000];
  const key = fields[field as keyof typeof fields];
  const isIn = { orders: step in stepRules, runs: step in runStepRules };
  const look = gatewayEffect(({ overrides, runOverrides }) => ({
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
  Object.keys(Object.fromEntries(settingGroups).Patience ?? {})
    .filter((name) => !others.includes(name))
    .map((name) => [name, patienceOf(name)]),
) as unknown as Effects<Exclude<PatienceName, keyof typeof itself>>;

const itself = {
  WAYBILL_JWT_ISSUER: {
    given: 'https://issuer.example',
    on: { gateway: [gatewayEffect(({ access }) => access.tokens.issuer), 'https://issuer.example'] },
  },
  WAYBILL_JWT_AUDIENCE: {
    given: 'waybill',
    on: { gateway: [gatewayEffect(({ access }) => access.tokens.audience), 'waybill'] },
  },
  WAYBILL_JWT_ROLE_CLAIM: {
    given: 'realm_access.roles',
    on: { gateway: [gatewayEffect(({ access }) => access.tokens.roleClaim), 'realm_access.roles'] },
  },
  WAYBILL_OIDC_ISSUER: {
    given: 'https://issuer.example',
    beside: signingIn,
    on: {
      gateway: [
        gatewayEffect(({ access, dashboard }) => [access.tokens.issuer, dashboard?.signIn?.issuer]),
        ['https://issuer.example', 'https://issuer.example'],
      ],
    },
  },
  WAYBILL_OIDC_CLIENT_ID: {
    given: 'dashboard',
    beside: signingIn,
    on: { gateway: [gatewayEffect(({ dashboard }) => dashboard?.signIn?.clientId), 'dashboard'] },
  },
  WAYBILL_GRAPHIQL: { given: 'off', on: { gateway: [gatewayEffect(({ access }) => access.graphiql), false] } },
  WAYBILL_INTROSPECTION: {
    given: 'off',
    on: { gateway: [gatewayEffect(({ access }) => access.introspection), false] },
  },
  WAYBILL_ALLOWED_ORIGINS: {
    given: 'https://shop.example',
    on: { gateway: [gatewayEffect(({ access }) => access.allowedOrigins), ['https://shop.example']] },
  },
  WAYBILL_TRUSTED_DOCUMENTS: {
    given: documents,
    on: { gateway: [gatewayEffect(({ access }) => access.trustedDocuments), new Map([['one', '{ viewer { id } }']])] },
  },
  WAYBILL_REQUEST_TIMEOUT: {
    given: 'PT7S',
    on: { gateway: [gatewayEffect(({ requestTimeoutMs }) => requestTimeoutMs), 7_000] },
  },
  WAYBILL_VERDICT_TIMEOUT: {
    given: 'PT7S',
    beside: { WAYBILL_DRAIN_TIMEOUT: 'PT8S' },
    on: { gateway: [gatewayEffect(({ verdictTimeoutMs }) => verdictTimeoutMs), 7_000] },
  },
  WAYBILL_DRAIN_TIMEOUT: { given: 'PT7S', on: { gateway: [gatewayEffect(({ graceMs }) => graceMs), 7_000] } },
  WAYBILL_ORDER_TIMEOUT: {
    given: 'PT7M',
    on: { gateway: [gatewayEffect(({ overrides }) => overrides?.limitMs), 420_000] },
  },
  WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT: {
    given: 'PT1M',
    on: { gateway: [gatewayEffect(({ overrides }) => overrides?.patience?.CREATE_LABEL), { heartbeatMs: 60_000 }] },
  },
} satisfies Partial<Effects>;

export const gatewayEffects = { ...itself, ...limitEffects, ...patience };
export { keys, secret };
