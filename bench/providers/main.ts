import { providersClient } from '@waybill/providers-client';
import { directTrip } from './direct.ts';
import { type Figures, measured, type Trip } from './measured.ts';
import { median } from './median.ts';
import { aDatabase, aService } from './subjects.ts';

const rounds = Number(process.argv[2] ?? 5);
const trips = Number(process.argv[3] ?? 1_000);
const amount = { amountMinor: 500, currencyCode: 'USD' };

const [overHttp, direct]: [Figures[], Figures[]] = [[], []];
for (let round = 1; round <= rounds; round++) {
  overHttp.push(await throughHttp());
  direct.push(await withoutHttp());
}
const [http, none] = [median(overHttp), median(direct)];
console.table({ 'over HTTP': http, 'the same without HTTP': none });
const ratio = median(overHttp.map((figures, round) => ({ ratio: figures.callsPerSecond / perSecond(direct[round]) })));
const engine = process.env.DATABASE_URL ? 'Postgres' : 'PGlite';
console.log(`${engine}: ratio ${ratio.ratio.toFixed(2)}, medians of ${rounds} rounds of ${trips} trips`);
process.exit(0);

/** Authorize, capture and release of one order after another, over 16 connections, to the service in a process of its own. */
async function throughHttp(): Promise<Figures> {
  const service = await aService();
  const client = providersClient({ baseUrl: service.url, connections: 16 });
  const trip: Trip = async (orderId, timed) => {
    const key = (step: string) => ({ idempotencyKey: `${orderId}:${step}` });
    const held = { orderId, customerId: 'c-1', amount };
    const { authorizationId } = await timed(() => client.payment.authorize(held, key('A')));
    await timed(() => client.payment.capture({ orderId, authorizationId, amount }, key('C')));
    await timed(() => client.payment.release({ orderId }, key('R')));
  };
  const figures = await measured(trips, 16, trip);
  await client.close();
  await service.stop();
  return figures;
}

async function withoutHttp(): Promise<Figures> {
  const database = await aDatabase();
  const figures = await measured(trips, 16, directTrip(database, amount));
  await database.close();
  return figures;
}

function perSecond(figures: Figures | undefined): number {
  return figures?.callsPerSecond ?? Number.NaN;
}
