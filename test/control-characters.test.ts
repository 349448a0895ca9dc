import { openOrderBook } from '@waybill/order-book';
import { openLog } from '@waybill/platform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minute, openTestProviders } from '../services/chaos/test/test-providers.ts';
import { endpointsOf, type OpenApi, requestWith, textPlaces } from './support/openapi.ts';

type App = { request: (path: string, init?: RequestInit) => Response | Promise<Response> };

/** All of C0, DEL, the first and last of C1, and halves of characters. */
const characters = [...Array.from({ length: 32 }, (_, code) => code), 0x7f, 0x80, 0x9f, 0xd800, 0xdfff].map((code) =>
  String.fromCharCode(code),
);

const services: [string, () => Promise<{ app: App; close: () => Promise<void> }>][] = [
  [
    'the providers',
    async () => {
      const { app, stop } = await openTestProviders({ labelTimeMs: 1 });
      return { app, close: stop };
    },
  ],
  ['the order book', () => openOrderBook({ log: openLog('order-book', 'silent'), now: () => new Date() })],
];

describe.each(services)('%s', (_, open) => {
  let app: App;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ app, close } = await open());
  }, minute);
  afterAll(() => close());

  /** The responses to each text at each place of each documented endpoint. */
  async function answers() {
    const document = (await (await app.request('/openapi.json')).json()) as OpenApi;
    const requests = endpointsOf(document).flatMap((endpoint) =>
      textPlaces(endpoint).flatMap((place) => characters.map((character) => ({ endpoint, place, character }))),
    );
    return Promise.all(
      requests.map(async ({ endpoint, place, character }) => {
        const { status, headers } = await app.request(...requestWith(endpoint, place, `a${character}b`));
        const where = `${endpoint.method} ${endpoint.path} ${place.in} ${place.at.join('.')}`;
        return {
          where,
          place,
          status,
          isProblem: headers.get('content-type') === 'application/problem+json',
          character,
        };
      }),
    );
  }

  test(
    'has no parameter that accepts a control character, or breaks at one',
    async () => {
      const responses = await answers();

      const broken = responses.filter(({ status }) => status >= 500);
      const taken = responses.filter(({ place, status }) => place.in !== 'body' && status < 400);
      const silent = responses.filter(({ status, isProblem }) => status >= 400 && !isProblem);
      expect(responses.length).toBeGreaterThan(characters.length * 10);
      expect(
        [broken, taken, silent].map((some) => [...new Set(some.map(({ where, status }) => `${status} ${where}`))]),
      ).toEqual([[], [], []]);
    },
    minute,
  );
});
