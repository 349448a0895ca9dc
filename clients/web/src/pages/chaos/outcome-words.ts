import { plain } from '../../order/words.ts';

/** Formats "Its next 2 calls: timeout, then success". */
export const nextCalls = (outcomes: readonly string[]): string =>
  `Its next ${outcomes.length === 1 ? 'call' : `${outcomes.length} calls`}: ${sequence(outcomes)}`;

export const sequence = (outcomes: readonly string[]): string => inTurn(outcomes).join(', then ');

/** Formats "Timeout, then carrier error 3 times". */
function inTurn(outcomes: readonly string[]): string[] {
  const turns: { outcome: string; times: number }[] = [];
  for (const outcome of outcomes) {
    const last = turns.at(-1);
    if (last?.outcome === outcome) last.times++;
    else turns.push({ outcome, times: 1 });
  }
  return turns.map(({ outcome, times }) => (times === 1 ? plain(outcome) : `${plain(outcome)} ${times} times`));
}
