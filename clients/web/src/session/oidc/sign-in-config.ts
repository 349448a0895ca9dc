/** The sign-in configuration of the gateway; null when users sign in with a token. */
export type SignInConfig = { issuer: string; clientId: string; audience: string };

export async function signInConfig(signal?: AbortSignal): Promise<SignInConfig | null> {
  const response = await fetch('/dashboard.json', signal ? { signal } : {});
  if (!response.ok) return null;
  return ((await response.json()) as { signIn: SignInConfig | null }).signIn;
}
