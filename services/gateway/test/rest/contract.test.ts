import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aGatewayWithDoubles, type Fixture } from '../support/gateway-with-doubles.ts';
import { restAt } from '../support/rest.ts';
import { contractOf, type Described } from '../support/rest-contract.ts';

const kept = (await readFile(new URL('contract.txt', import.meta.url), 'utf8')).trim().split('\n');
/** The route or shape that a line is about. */
const ownerOf = (line: string) => line.split(' ', 2).join(' ');
const isAsked = (line: string) => /^takes .*!|^[A-Z]+ \S+ (query|body|header) .*!/.test(line);

let fixture: Fixture;
let present: string[];
beforeAll(async () => {
  fixture = await aGatewayWithDoubles();
  const { body } = await restAt(fixture.gateway, '/api').get('/openapi.json');
  present = contractOf(body as unknown as Described);
});
afterAll(() => fixture.close());

test('nothing that clients of REST may rely on is gone, or is another type', () => {
  const gone = kept.filter(
    (line) => !present.includes(line) && !(isAsked(line) && present.includes(line.replace('!', ''))),
  );

  expect(gone).toEqual([]);
});

test('no route that was there asks for more than it did', () => {
  const known = new Set(kept.map(ownerOf));

  const more = present.filter((line) => isAsked(line) && known.has(ownerOf(line)) && !kept.includes(line));

  expect(more).toEqual([]);
});

test('what is new stands in the contract, too: `vitest -u` with this file writes it', async () => {
  await expect(`${present.join('\n')}\n`).toMatchFileSnapshot('contract.txt');
});
