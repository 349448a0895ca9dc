/** Where people sign in with an account. */
export type SignInConfig = { issuer: string; clientId: string; audience: string };

type GatewayConfig = {
  /** Null when users sign in with a token. */
  signIn: SignInConfig | null;
  /** Whether the gateway issues development tokens; one of an older version does not say so. */
  developmentTokens?: boolean;
};

const unknown: GatewayConfig = { signIn: null };

/** The configuration that the gateway serves for this page. */
export async function gatewayConfig(signal?: AbortSignal): Promise<GatewayConfig> {
  const response = await fetch('/dashboard.json', signal ? { signal } : {});
  return response.ok ? ((await response.json()) as GatewayConfig) : unknown;
}
