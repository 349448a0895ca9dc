import { gatewayConfig } from './gateway-config.ts';

export type DevelopmentTokens = Readonly<Record<string, string>>;

/** The tokens that a development gateway issues; undefined when it issues none, which is known without a request for them. */
export async function developmentTokens(signal: AbortSignal): Promise<DevelopmentTokens | undefined> {
  const { developmentTokens: areIssued } = await gatewayConfig(signal);
  if (!areIssued) return undefined;
  const response = await fetch('/dev/tokens', { signal });
  return response.ok ? ((await response.json()) as DevelopmentTokens) : undefined;
}
