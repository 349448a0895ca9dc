import { createProvidersClient } from '@waybill/providers-client';
import { drive } from './measurement.ts';
import { aService } from './subjects.ts';
import { tripOver } from './trips.ts';

const calls = Number(process.argv[2] ?? 100_000);
const looks = 10;

/** The memory of the service with its database during this many calls over 16 connections. */
const service = await aService(undefined);
const client = createProvidersClient({ baseUrl: service.url, connections: 16 });
console.log(`${await service.rssMiB()} MiB before the first call`);
for (let look = 1; look <= looks; look++) {
  await drive(Math.ceil(calls / looks / 3), 16, tripOver(client), async (call) => call());
  console.log(`${await service.rssMiB()} MiB after ${(calls / looks) * look} calls`);
}
const { balanced } = await client.audit.whole();
console.log(`the books balance: ${balanced}`);
await client.close();
await service.stop();
process.exit(0);
