import * as oauth from 'oauth4webapi';
import type { SignInConfig } from '../gateway-config.ts';

/** The tokens of a person who has signed in. */
export type Grant = { token: string; refreshToken: string | undefined; expiresInS: number | undefined };

/** What is needed when the issuer sends a person back: written before they leave, read once. */
type Attempt = { state: string; nonce: string; verifier: string; from: string };
type Attempts = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'waybill:sign-in';

/** The sign-in was not started here, or it was already completed. */
export class NotBegun extends Error {
  override readonly name = 'NotBegun';
  constructor() {
    super('This sign-in was not started here, or it is over: start again');
  }
}

export type CodeFlow = ReturnType<typeof createCodeFlow>;

/**
 * OpenID Connect's code flow of a public client, with PKCE (S256), state and nonce. Longer than 40 lines: the requests
 * of one flow, in order.
 */
export function createCodeFlow({ issuer, clientId, audience }: SignInConfig, redirectUri: string, attempts: Attempts) {
  const client: oauth.Client = { client_id: clientId };
  const url = new URL(issuer);
  const options = { [oauth.allowInsecureRequests]: url.protocol === 'http:' }; // the gateway allows this only on its own machine
  const discover = async () => oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, options));

  return {
    /** Returns the URL of the issuer's page for a new sign-in. `from`: the path to continue at afterwards. */
    async begin(from: string): Promise<URL> {
      const { authorization_endpoint: endpoint = '' } = await discover();
      const [state, nonce, verifier] = [
        oauth.generateRandomState(),
        oauth.generateRandomNonce(),
        oauth.generateRandomCodeVerifier(),
      ];
      attempts.setItem(key, JSON.stringify({ state, nonce, verifier, from } satisfies Attempt));
      const page = new URL(endpoint);
      const query = {
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid offline_access',
        audience,
        state,
        nonce,
        code_challenge_method: 'S256',
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      };
      for (const [name, value] of Object.entries(query)) page.searchParams.set(name, value);
      return page;
    },

    /** Exchanges the code that the issuer sent back. Rejects unless it belongs to the sign-in that was started last. */
    async finish(sent: URLSearchParams): Promise<{ grant: Grant; from: string }> {
      const attempt = takeAttempt(attempts);
      const issuerNow = await discover();
      const params = oauth.validateAuthResponse(issuerNow, client, sent, attempt.state);
      const response = await oauth.authorizationCodeGrantRequest(
        ...([issuerNow, client, oauth.None(), params, redirectUri, attempt.verifier, options] as const),
      );
      const expected = { expectedNonce: attempt.nonce, requireIdToken: true };
      const answer = await oauth.processAuthorizationCodeResponse(issuerNow, client, response, expected);
      return { grant: grantOf(answer), from: attempt.from };
    },

    async renew(refreshToken: string): Promise<Grant> {
      const issuerNow = await discover();
      const response = await oauth.refreshTokenGrantRequest(issuerNow, client, oauth.None(), refreshToken, options);
      const grant = grantOf(await oauth.processRefreshTokenResponse(issuerNow, client, response));
      return { ...grant, refreshToken: grant.refreshToken ?? refreshToken };
    },
  };
}

function takeAttempt(attempts: Attempts): Attempt {
  const kept = attempts.getItem(key);
  attempts.removeItem(key);
  if (!kept) throw new NotBegun();
  return JSON.parse(kept) as Attempt;
}

const grantOf = ({ access_token, refresh_token, expires_in }: oauth.TokenEndpointResponse): Grant => ({
  token: access_token,
  refreshToken: refresh_token,
  expiresInS: expires_in,
});
