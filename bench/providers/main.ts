import { postgresServer } from '@waybill/platform/testing';
import { createProvidersClient } from '@waybill/providers-client';
import { directTrip } from './direct.ts';
import { type Figures, measureTrips } from './measurement.ts';
import { median } from './median.ts';
import { aDatabase, aService } from './subjects.ts';
import { tripOver } from './trips.ts';

const [engine = 'pglite', rounds = '3', trips = '3000'] = process.argv.slice(2);
const server = engine === 'postgres' ? await postgresServer() : undefined;

const [overHttp, direct]: [Figures[], Figures[]] = [[], []];
const ratios: { ratio: number }[] = [];
for (let round = 1; round <= Number(rounds); round++) {
  const [withHttp, inProcess] = [await throughHttp(), await withoutHttp()];
  overHttp.push(withHttp);
  direct.push(inProcess);
  ratios.push({ ratio: withHttp.callsPerSecond / inProcess.callsPerSecond });
}
console.table({ 'over HTTP': median(overHttp), 'the same without HTTP': median(direct) });
console.log(`${engine}: ratio ${median(ratios).ratio.toFixed(2)}, medians of ${rounds} rounds of ${trips} trips`);
await server?.stop();
process.exit(0);

/** Over 16 connections to the service in a separate process. */
async function throughHttp(): Promise<Figures> {
  const service = await aService(await server?.freshDatabase());
  const client = createProvidersClient({ baseUrl: service.url, connections: 16 });
  const figures = await measureTrips(Number(trips), 16, tripOver(client), service.cpuMs);
  await client.close();
  await service.stop();
  return figures;
}

async function withoutHttp(): Promise<Figures> {
  const database = await aDatabase(await server?.freshDatabase());
  const figures = await measureTrips(Number(trips), 16, directTrip(database), database.cpuMs);
  await database.stop();
  return figures;
}
