import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

type Grant = { challenge: string; redirectUri: string; nonce: string; audience: string };

type Manners = {
  /** Overrides of its responses. */
  nonce?: string;
  clientOf?: string;
  audienceOf?: string;
  /** The lifetime of its access tokens. */
  lifetimeS?: number;
};

/** A small, strict issuer whose users always consent. Longer than 40 lines: it has several endpoints. */
export async function anIssuer({ nonce, clientOf = 'dashboard', audienceOf, lifetimeS }: Manners = {}) {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const codes = new Map<string, Grant>();
  const refreshTokens = new Set<string>();
  let renewals = 0;
  const server = createServer(async (req, res) => {
    const page = new URL(req.url ?? '/', issuer);
    if (page.pathname === '/authorize') {
      res.writeHead(302, { location: `${page.searchParams.get('redirect_uri')}?${agree(page)}` }).end();
      return;
    }
    const { status, body } = await answer(req);
    res.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
    res.end(JSON.stringify(body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const sign = (claims: object, audience: string) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(issuer)
      .setSubject('mia')
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeS ?? 3_600}s`)
      .sign(privateKey);

  const grant = async ({ nonce: asked, audience }: Pick<Grant, 'nonce' | 'audience'>) => {
    const refreshToken = randomUUID();
    refreshTokens.add(refreshToken);
    return {
      token_type: 'bearer',
      expires_in: lifetimeS ?? 60,
      refresh_token: refreshToken,
      access_token: await sign({ roles: ['manager'] }, audienceOf ?? audience),
      id_token: await sign({ nonce: nonce ?? asked }, clientOf),
    };
  };

  /** The parameters of the issuer's redirect after the user consented. */
  function agree(page: URL): URLSearchParams {
    const parameter = (name: string) => page.searchParams.get(name) ?? '';
    const code = randomUUID();
    codes.set(code, {
      challenge: parameter('code_challenge'),
      redirectUri: parameter('redirect_uri'),
      nonce: parameter('nonce'),
      audience: parameter('audience'),
    });
    return new URLSearchParams({ code, state: parameter('state') });
  }

  async function answer(req: IncomingMessage): Promise<{ status: number; body: object }> {
    if (req.url === '/.well-known/openid-configuration') return { status: 200, body: discovery(issuer) };
    if (req.url === '/keys')
      return { status: 200, body: { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'k1' }] } };
    const form = new URLSearchParams(Buffer.concat(await req.toArray()).toString());
    if (form.get('grant_type') === 'refresh_token') {
      const known = refreshTokens.delete(form.get('refresh_token') ?? '');
      if (known) renewals++;
      return known ? { status: 200, body: await grant({ nonce: '', audience: 'waybill' }) } : refused;
    }
    const code = form.get('code') ?? '';
    const request = codes.get(code);
    codes.delete(code);
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight = request?.challenge === proof && request.redirectUri === form.get('redirect_uri');
    return request && isRight ? { status: 200, body: await grant(request) } : refused;
  }

  return {
    issuer,
    agree,
    renewals: () => renewals,
    forget: () => refreshTokens.clear(),
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const refused = { status: 400, body: { error: 'invalid_grant' } };

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['ES256'],
  code_challenge_methods_supported: ['S256'],
});
