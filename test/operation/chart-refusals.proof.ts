import { expect, test } from 'vitest';
import { template } from './chart.ts';
import { required } from './chart-values.ts';

const byIssuer = { jwksUrl: 'https://issuer.example/keys', audience: 'waybill' };

test.each([
  ['no image', { ...required, image: {} }, 'image.repository|/image/repository'],
  ['the tag latest', { ...required, image: { ...required.image, tag: 'latest' } }, 'image/tag|image.tag'],
  ['a password in the URL', { ...required, database: { ...required.database, url: 'postgres://a:b@c/d' } }, 'database'],
  ['nobody to verify tokens', { ...required, auth: {} }, 'auth'],
  ['an issuer without an audience', { ...required, auth: { jwksUrl: 'https://issuer.example' } }, 'auth'],
  [
    'a second secret of tokens without the first',
    { ...required, auth: { ...byIssuer, secondaryJwtSecret: { name: 'waybill-jwt-2' } } },
    'jwtSecret',
  ],
  ['no host of the gateway', { ...required, gateway: {} }, 'hosts'],
  ['one worker of a queue', { ...required, workers: { queues: { orders: { replicas: 1 } } } }, 'replicas'],
  ['versioning without a build', { ...required, workers: { versioning: { enabled: true } } }, 'buildId'],
  [
    'a certificate for a connection without TLS',
    { ...required, temporal: { ...required.temporal, tls: { clientSecret: { name: 'engine-client' } } } },
    'clientSecret',
  ],
  ['a codec server without keys', { ...required, codec: { enabled: true, audience: 'codec' } }, 'payloadKeys'],
  [
    'a codec server without an audience',
    { ...required, codec: { enabled: true }, payloadKeys: { name: 'keys' } },
    'audience',
  ],
  [
    'a codec server for pages that anybody on the way could exchange',
    { ...required, codec: { allowedOrigins: ['http://ui.example'] } },
    'allowedOrigins',
  ],
  ['a share of more than all', { ...required, tracing: { endpoint: 'http://collector', share: '2' } }, 'share'],
  ['a name that is unknown', { ...required, gatewey: {} }, 'gatewey'],
])('%s is refused by name', (_, values, name) => {
  const { status, stderr } = template(values);

  expect(status).not.toBe(0);
  expect(stderr).toMatch(new RegExp(name));
});
