import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allServices, pathsOfOrders, type Services } from './support/services.ts';

let services: Services;
beforeAll(async () => {
  services = await allServices({ allowedHosts: new Set() });
}, 60_000);
afterAll(() => services.stop());

/** More than all headers and the path together may have; and nearly as much as what reads them is let have. */
const [many, most] = [250_000, 7_000];

const patterns: Record<string, (length: number) => string> = {
  zeros: (length) => '0'.repeat(length),
  'a number of many digits': (length) => `1.${'0'.repeat(length)}1`,
  minuses: (length) => '-'.repeat(length),
  'dots and letters': (length) => 'a.'.repeat(length / 2),
  commas: (length) => 'a,'.repeat(length / 2),
  'q-values': (length) => 'a/b;q=0.1,'.repeat(length / 10),
  slashes: (length) => '/'.repeat(length),
  'dots and slashes': (length) => './.a/'.repeat(length / 5),
  percents: (length) => '%25'.repeat(length / 3),
  'half a character': (length) => '%E2'.repeat(length / 3),
  'parameters without a value': (length) => 'a&'.repeat(length / 2),
  brackets: (length) => '['.repeat(length),
  'a long duration': (length) => `P${'1D'.repeat(length / 2)}`,
};

const headers = [
  'authorization',
  'accept',
  'content-type',
  'origin',
  'cookie',
  'x-correlation-id',
  'idempotency-key',
  'x',
];

const parameters = {
  chaos: ['/audit?x=', '/chaos/log?orderId=', '/chaos/log?after=', '/location?userId=', '/weather?city='],
  'order book': [
    ...['/open-orders?first=', '/open-orders?after=', '/changes?after=', '/changes?waitMs='],
    ...['/orders/o-1/journal?after=', '/orders/o-1/journal?before=', '/orders/o-1/journal?first='],
  ],
  gateway: ['query', 'variables', 'operationName', 'extensions'].map((name) => `/graphql?${name}=`),
};

describe.each(['chaos', 'order book', 'gateway'] as const)('a GET of the %s', (service) => {
  const request = async (path: string, sent: Record<string, string> = {}) => {
    const answer = await fetch(`${services.urls[service]}${path}`, { headers: sent }).catch(refused);
    return answer.status;
  };
  const places: Place[] = [
    ...headers.map(
      (name) => [`the header ${name}`, (text) => request(pathsOfOrders[service], { [name]: text })] as Place,
    ),
    ...['/', '/orders/', '/graphql/', ...parameters[service]].map(
      (before) => [`the path after ${before}`, (text) => request(before + text)] as Place,
    ),
  ];

  test.each(places)('that is too long in %s is refused', async (_, ask) => {
    expect(await ask('0'.repeat(many))).toBe(tooLong);
  });

  test.each(places)('that is long in %s gets a response, whatever it contains', async (_, ask) => {
    const answers = await Promise.all(Object.values(patterns).map((pattern) => ask(pattern(most))));

    expect(answers.filter((status) => status >= 500)).toEqual([]);
  });
});

type Place = [string, (text: string) => Promise<number>];

const tooLong = 431;

/** Whoever is still sending when it is hung up on may not get to read why. */
const refused = () => ({ status: tooLong });
