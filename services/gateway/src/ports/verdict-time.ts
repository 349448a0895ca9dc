import { VerdictPending } from '@waybill/graphql';

/** Called when a verdict is known, or its caller is told to ask again later. */
export type ObserveVerdict = (command: string, outcome: 'given' | 'pending', seconds: number) => void;

/** Measures how long a verdict takes. */
export async function timeVerdict<T>(
  observe: ObserveVerdict | undefined,
  command: string,
  verdict: () => Promise<T>,
): Promise<T> {
  const startedAt = performance.now();
  const ended = (outcome: 'given' | 'pending') => observe?.(command, outcome, (performance.now() - startedAt) / 1_000);
  try {
    const result = await verdict();
    ended('given');
    return result;
  } catch (error) {
    ended(error instanceof VerdictPending ? 'pending' : 'given');
    throw error;
  }
}
