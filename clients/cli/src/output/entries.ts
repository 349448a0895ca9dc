import type { Item } from './fields.ts';
import type { Output } from './output.ts';

export type Entry = {
  cursor: string;
  seq: number;
  type: string;
  at: string;
  actor: string | null;
  step: string | null;
  detail: unknown;
};

/** Formats a journal entry as one line. */
export function entryLine({ seq, type, at, actor, step, detail }: Entry): string {
  const by = actor ? `  by ${actor}` : '';
  const details = detail && Object.keys(detail).length > 0 ? `  ${JSON.stringify(detail)}` : '';
  return `${String(seq).padStart(4)}  ${at}  ${type.padEnd(24)}${step ?? ''}${by}${details}`;
}

/** Prints a stream line by line as it arrives, or with -o json as one document at its end. */
export async function printStream<T extends Item & { cursor: string }>(
  output: Output,
  stream: AsyncIterable<T>,
  text: (item: T) => string,
): Promise<void> {
  if (output.format !== 'json') {
    for await (const item of stream) output.event(item, text);
    return;
  }
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  await output.list({ items, nextCursor: items.at(-1)?.cursor ?? null }, []);
}
