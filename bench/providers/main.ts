import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@waybill/platform';
import { providersClient } from '@waybill/providers-client';
import { onceOn } from '../../services/chaos/src/calls/once.ts';
import { ledgerOf } from '../../services/chaos/src/chaos/ledger.ts';
import { Settings, startChaos } from '../../services/chaos/src/index.ts';
import { paymentUseCases } from '../../services/chaos/src/payment/application/use-cases.ts';
import { paymentsIn } from '../../services/chaos/src/payment/infrastructure/adapter.ts';
import { type Measured, measured, type Trip } from './measured.ts';

const trips = Number(process.argv[2] ?? 2_000);
const amount = { amountMinor: 500, currencyCode: 'USD' };

const folder = await mkdtemp(join(tmpdir(), 'waybill-bench-'));
const url = process.env.DATABASE_URL;
const [overHttp, direct] = [await throughHttp(), await withoutHttp()];
console.table({ 'over HTTP': overHttp, 'the same without HTTP': direct });
console.log(`ratio ${(overHttp.callsPerSecond / direct.callsPerSecond).toFixed(2)} on ${url ? 'Postgres' : 'PGlite'}`);
await rm(folder, { recursive: true });
process.exit(0);

/** Authorize, capture and release of one order after another, over 16 connections. */
async function throughHttp(): Promise<Measured> {
  const settings = { WAYBILL_CHAOS_PORT: '0', LOG_LEVEL: 'silent', WAYBILL_CHAOS_DATA: join(folder, 'http') };
  const chaos = await startChaos(Settings.parse({ ...settings, DATABASE_URL: url }));
  const client = providersClient({ baseUrl: chaos.url, connections: 16 });
  const trip: Trip = async (orderId, timed) => {
    const key = (step: string) => ({ idempotencyKey: `${orderId}:${step}` });
    const held = { orderId, customerId: 'c-1', amount };
    const { authorizationId } = await timed(() => client.payment.authorize(held, key('A')));
    await timed(() => client.payment.capture({ orderId, authorizationId, amount }, key('C')));
    await timed(() => client.payment.release({ orderId }, key('R')));
  };
  const figures = await measured(trips, 16, trip);
  await client.close();
  await chaos.close();
  return figures;
}

/** The same statements: drawn, claimed by key, decided and written, but called from here. */
async function withoutHttp(): Promise<Measured> {
  const migrations = new URL('../../services/chaos/migrations', import.meta.url);
  const database = await openDatabase({ url, dataDir: join(folder, 'direct'), migrations, schema: 'chaos' });
  const figures = await measured(trips, 16, directTrip(database));
  await database.close();
  return figures;
}

function directTrip({ db }: Database): Trip {
  const ledger = ledgerOf(db);
  const once = onceOn(db, () => new Date());
  type UseCases = ReturnType<typeof paymentUseCases>;
  const call = async (
    operation: 'authorize' | 'capture' | 'release',
    orderId: string,
    act: (payment: UseCases) => Promise<object>,
  ) => {
    await ledger.draw(orderId, `payment.${operation}`);
    const key = {
      operation: `payment.${operation}`,
      key: `${orderId}:${operation}`,
      request: { orderId },
      correlationId: 'bench',
    };
    const { body } = await once(key, async (tx) => {
      const useCases = paymentUseCases({ payments: paymentsIn(tx), newId: () => `auth-${crypto.randomUUID()}` });
      return { status: 200, body: JSON.stringify(await act(useCases)) };
    });
    return JSON.parse(body) as { authorizationId: string };
  };
  return async (orderId, timed) => {
    const held = { orderId, customerId: 'c-1', amount };
    const { authorizationId } = await timed(() => call('authorize', orderId, (payment) => payment.authorize(held)));
    await timed(() => call('capture', orderId, (payment) => payment.capture({ orderId, authorizationId, amount })));
    await timed(() => call('release', orderId, (payment) => payment.release({ orderId })));
  };
}
