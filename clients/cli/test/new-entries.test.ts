import { setImmediate } from 'node:timers/promises';
import type { Waybill } from '@waybill/client';
import { expect, test } from 'vitest';
import { newEntries } from '../src/watch/new-entries.ts';

type Entry = { cursor: string; at: string; type: string; actor: string | null };

/** A journal that grows while it is followed. */
function aJournal(before: Record<string, Entry[]>) {
  const journals = new Map(Object.entries(before));
  const changes: string[] = [];
  let closed = false;
  const client = {
    journal: {
      list: async function* () {
        const newest = [...journals.values()].flat().sort((a, b) => b.at.localeCompare(a.at))[0];
        yield { nodes: newest ? [{ event: newest }] : [] };
      },
    },
    orders: {
      changes: async function* () {
        while (!closed || changes.length > 0) {
          const id = changes.shift();
          if (id) yield { order: { id } };
          else await setImmediate();
        }
      },
      timeline: async function* (id: string, { after = '0' }: { after?: string }) {
        yield { nodes: (journals.get(id) ?? []).filter(({ cursor }) => Number(cursor) > Number(after)) };
      },
    },
  } as unknown as Waybill;
  return {
    client,
    write: (id: string, ...entries: Entry[]) => {
      journals.set(id, [...(journals.get(id) ?? []), ...entries]);
      changes.push(id);
    },
    repeatChange: (id: string) => changes.push(id),
    close: () => {
      closed = true;
    },
  };
}

const entry = (seq: number, second: number, type = 'STEP_STARTED', actor: string | null = null): Entry => ({
  cursor: String(seq),
  type,
  actor,
  at: `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`,
});

async function followed(journal: ReturnType<typeof aJournal>, filter = {}, meanwhile = () => {}) {
  const shown: string[] = [];
  const entries = newEntries(journal.client, filter, new AbortController().signal);
  const first = entries.next();
  await setImmediate();
  meanwhile();
  journal.close();
  for (let next = await first; !next.done; next = await entries.next())
    shown.push(`${next.value.orderId} ${next.value.cursor}`);
  return shown;
}

test('new entries are shown once and in order, and earlier ones are not', async () => {
  const journal = aJournal({ A: [entry(1, 1), entry(2, 2)] });

  const shown = await followed(journal, {}, () => {
    journal.write('A', entry(3, 3));
    journal.write('B', entry(1, 4), entry(2, 5));
    journal.repeatChange('A');
    journal.write('A', entry(4, 6));
  });

  expect(shown).toEqual(['A 3', 'A 4', 'B 1', 'B 2']);
});

test.each([
  [{ actor: 'ada' }, ['A 2']],
  [{ type: ['ITEM_ADDED'] }, ['A 1']],
  [{ orderId: 'B' }, ['B 1']],
])('only entries that match %o are shown', async (filter, expected) => {
  const journal = aJournal({});

  const shown = await followed(journal, filter, () => {
    journal.write('A', entry(1, 1, 'ITEM_ADDED'), entry(2, 2, 'ADDRESS_UPDATED', 'ada'));
    journal.write('B', entry(1, 3));
  });

  expect(shown).toEqual(expected);
});
