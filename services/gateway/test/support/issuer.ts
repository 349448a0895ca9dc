import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from 'jose';

type Claims = { expiresInS?: number; startsInS?: number; audience?: string };

/** A token issuer with its own key pair, whose response to requests for the keys can be changed. */
export async function anIssuer({ answer, keyId = 'k1', beside = [] }: Settings = {}) {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const own = { ...(await exportJWK(publicKey)), alg: 'ES256', ...(keyId ? { kid: keyId } : {}) };
  let respond = answer ?? publishing([...beside, own]);
  let requests = 0;
  const server = createServer((req, res) => {
    requests += 1;
    respond(req, res);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const now = Math.floor(Date.now() / 1_000);
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    key: own,
    /** Publishes these keys from now on. */
    publishes: (...keys: JWK[]) => {
      respond = publishing(keys);
    },
    answers: (next: RequestListener) => {
      respond = next;
    },
    /** How often its keys were requested. */
    requests: () => requests,
    token: (
      { expiresInS = 3_600, startsInS = 0, audience = 'waybill' }: Claims = {},
      header: Partial<JWTHeaderParameters> = keyId ? { kid: keyId } : {},
    ) =>
      new SignJWT({ role: 'manager' })
        .setProtectedHeader({ alg: 'ES256', ...header })
        .setSubject('mia')
        .setAudience(audience)
        .setNotBefore(now + startsInS)
        .setExpirationTime(now + expiresInS)
        .sign(privateKey),
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const publishing =
  (keys: JWK[]): RequestListener =>
  (_, res) =>
    res.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));

type Settings = { answer?: RequestListener | undefined; keyId?: string | null; beside?: JWK[] };
