import { connect, type OrderEvent } from '@waybill/client';
import { WebSocket } from 'ws';
import { answering, given, usage } from './child.ts';

/** Each subscriber is a separate client with its own socket. */
const { url, token, ids } = given<{ url: string; token: string; ids: string[] }>();

const journals = ids.map((): OrderEvent[] => []);
let ended = 0;
for (const [index, id] of ids.entries()) void watch(id, journals[index] ?? []);

async function watch(id: string, journal: OrderEvent[]): Promise<void> {
  const client = connect({ url, token: () => token, WebSocket });
  for await (const entry of client.orders.events(id)) journal.push(entry);
  ended++;
}

answering({
  ...usage,
  received: () => journals.reduce((sum, journal) => sum + journal.length, 0),
  ended: () => ended,
  /** Missing, repeated or incomplete journals. */
  faults: () => {
    const faults = { missed: 0, repeated: 0, 'missed ends': 0, entries: 0 };
    for (const journal of journals) {
      const numbers = new Set(journal.map(({ seq }) => seq));
      faults.entries += numbers.size;
      faults.repeated += journal.length - numbers.size;
      faults.missed += Math.max(0, ...numbers) - numbers.size;
      if (journal.at(-1)?.type !== 'ORDER_CLOSED') faults['missed ends']++;
    }
    return faults;
  },
});
