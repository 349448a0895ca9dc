export type DevelopmentTokens = Readonly<Record<string, string>>;

/** The tokens that a development gateway issues; undefined when it issues none. */
export async function developmentTokens(signal: AbortSignal): Promise<DevelopmentTokens | undefined> {
  const response = await fetch('/dev/tokens', { signal });
  const isJson = response.headers.get('content-type')?.includes('json');
  return response.ok && isJson ? ((await response.json()) as DevelopmentTokens) : undefined;
}
