import { tokenStore } from '../token-store.ts';
import { createRenewal } from './renewal.ts';
import type { SignInConfig } from './sign-in-config.ts';

let renewal: ReturnType<typeof createRenewal> | undefined;

/** Who brings a token of their own loads nothing of this. */
const flowOf = async (config: SignInConfig) =>
  (await import('./code-flow.ts')).createCodeFlow(config, `${location.origin}/signin`, sessionStorage);

/** Leaves for the issuer's page. */
export async function beginSignIn(config: SignInConfig, from: string): Promise<void> {
  const flow = await flowOf(config);
  location.assign(await flow.begin(from));
}

/** Signs in whom the issuer has sent back. Resolves with where they were. */
export async function finishSignIn(config: SignInConfig, sent: URLSearchParams): Promise<string> {
  const flow = await flowOf(config);
  const { grant, from } = await flow.finish(sent);
  renewal = createRenewal({ renew: flow.renew, tokens: tokenStore, now: () => performance.now() });
  renewal.hold(grant);
  return from;
}

/** The viewer's token, renewed where it can be. */
export const currentToken = async (): Promise<string> => (renewal ? renewal.current() : (tokenStore.get() ?? ''));
