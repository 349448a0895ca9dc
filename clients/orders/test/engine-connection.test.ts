import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BadSettings } from '@waybill/contracts/settings';
import { expect, test } from 'vitest';
import { engineConnectionFrom } from '../src/engine/engine-connection.ts';

const file = (name: string) => fileURLToPath(new URL(`support/tls/${name}`, import.meta.url));
const noPem = fileURLToPath(import.meta.url);

const pair = {
  TEMPORAL_TLS_CLIENT_CERT_PATH: file('client.pem'),
  TEMPORAL_TLS_CLIENT_KEY_PATH: file('client.key'),
};
const connect = (tls: Record<string, string>) => () =>
  engineConnectionFrom({ TEMPORAL_ADDRESS: 'temporal:7233', ...tls });

test('a client certificate with its key and authorities are taken as they are in their files', () => {
  const connection = connect({ ...pair, TEMPORAL_TLS_SERVER_CA_CERT_PATH: file('stranger.pem') })();

  expect(connection.tls).toEqual({
    serverRootCACertificate: readFileSync(file('stranger.pem')),
    clientCertPair: { crt: readFileSync(file('client.pem')), key: readFileSync(file('client.key')) },
  });
});

test.each<[string, Record<string, string>, string]>([
  [
    'authorities that are no certificates',
    { TEMPORAL_TLS_SERVER_CA_CERT_PATH: noPem },
    'TEMPORAL_TLS_SERVER_CA_CERT_PATH: must be a file of certificates in PEM',
  ],
  [
    'authorities that are a key',
    { TEMPORAL_TLS_SERVER_CA_CERT_PATH: file('client.key') },
    'TEMPORAL_TLS_SERVER_CA_CERT_PATH: must be a file of certificates in PEM',
  ],
  [
    'a certificate that is none',
    { ...pair, TEMPORAL_TLS_CLIENT_CERT_PATH: noPem },
    'TEMPORAL_TLS_CLIENT_CERT_PATH: must be a file of certificates in PEM',
  ],
  [
    'a key that is none',
    { ...pair, TEMPORAL_TLS_CLIENT_KEY_PATH: file('client.pem') },
    'TEMPORAL_TLS_CLIENT_KEY_PATH: must be a file of a private key in PEM, without a passphrase',
  ],
  [
    'the key of another certificate',
    { ...pair, TEMPORAL_TLS_CLIENT_KEY_PATH: file('stranger.key') },
    'TEMPORAL_TLS_CLIENT_KEY_PATH: must be the key of the certificate in TEMPORAL_TLS_CLIENT_CERT_PATH',
  ],
  [
    'a file that is not there',
    { ...pair, TEMPORAL_TLS_CLIENT_KEY_PATH: file('nowhere') },
    'TEMPORAL_TLS_CLIENT_KEY_PATH: must be a file that can be read (ENOENT)',
  ],
])('%s is refused under its setting', (_, tls, line) => {
  expect(connect(tls)).toThrow(new BadSettings(line));
});
