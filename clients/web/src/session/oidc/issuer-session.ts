import type { SignInConfig } from '../gateway-config.ts';
import { tokenStore } from '../token-store.ts';
import { createRenewal } from './renewal.ts';

let renewal: ReturnType<typeof createRenewal> | undefined;

/** Loaded only for sign-ins with an issuer. */
const flowOf = async (config: SignInConfig) =>
  (await import('./code-flow.ts')).createCodeFlow(config, `${location.origin}/signin`, sessionStorage);

/** Navigates to the issuer's page. */
export async function beginSignIn(config: SignInConfig, from: string): Promise<void> {
  const flow = await flowOf(config);
  location.assign(await flow.begin(from));
}

/** Completes a sign-in after the return from the issuer. Resolves with the path to continue at. */
export async function finishSignIn(config: SignInConfig, sent: URLSearchParams): Promise<string> {
  const flow = await flowOf(config);
  const { grant, from } = await flow.finish(sent);
  renewal = createRenewal({ renew: flow.renew, tokens: tokenStore, now: () => performance.now() });
  renewal.hold(grant);
  return from;
}

/** The viewer's token, renewed if possible. */
export const currentToken = async (): Promise<string> => (renewal ? renewal.current() : (tokenStore.get() ?? ''));
