import { setTimeout as pause } from 'node:timers/promises';
import { OrdersDocument, OrderTimelineDocument, type Waybill } from '@waybill/client';
import { anOrder } from '../system.ts';

export type Load = ReturnType<typeof startLoad>;

/** Slow is not failed. */
const patience = { timeout: 120_000 };

/** Between two requests of one loop: the machine is to restart processes, too. */
const restMs = 100;

/** Changes of orders that are watched, orders that ship, and reads of all kinds, until it is to stop. Nothing is asked twice. */
export function startLoad(client: Waybill, watched: readonly string[], name = 'ROLLING') {
  const failures: string[] = [];
  let stage = '';
  const answers: Record<string, number> = {};
  const placed: string[] = [];
  let isOn = true;
  const counted = async (what: string, ask: () => Promise<string>) => {
    const answer = await ask().catch((error: Error) => {
      failures.push(`${stage}: ${what}: ${error.name}: ${error.message}`);
      return 'failed';
    });
    answers[`${what}: ${answer}`] = (answers[`${what}: ${answer}`] ?? 0) + 1;
  };
  const { change, place, read } = createActs(client, { watched, placed, name }, counted);
  const loop = async (act: () => Promise<unknown>, rest = restMs) => {
    while (isOn) {
      await act();
      await pause(rest);
    }
  };
  const loops = [loop(change), loop(change), loop(place, 3 * restMs), loop(read, 3 * restMs)];
  return {
    failures,
    answers,
    placed,
    /** What goes on from now on, for failures to name. */
    during: (what: string) => {
      stage = what;
    },
    async stop(): Promise<void> {
      isOn = false;
      await Promise.all(loops);
    },
  };
}

type Orders = { watched: readonly string[]; placed: string[]; name: string };

function createActs(client: Waybill, { watched, placed, name }: Orders, counted: Counted) {
  let [changes, orders] = [0, 0];
  const watchedNext = () => watched[changes % watched.length] ?? '';
  return {
    change: () => {
      changes += 1;
      const address = { ...anOrder.shippingAddress, street: `${changes} Main Street` };
      const orderId = watchedNext();
      return counted('change', async () => (await client.orders.changeAddress(orderId, address, patience)).__typename);
    },
    place: () => {
      orders += 1;
      const orderId = `${name}-${orders}`;
      return counted('place', async () => {
        const { __typename: answer } = await client.orders.place({ ...anOrder, orderId }, patience);
        placed.push(orderId);
        return answer;
      });
    },
    read: () => readAll(client, watchedNext(), placed.at(-9) ?? '', counted),
  };
}

type Counted = (what: string, ask: () => Promise<string>) => Promise<void>;

/** An order that is open, one that has shipped perhaps, lists, counts and a journal. */
export async function readAll(client: Waybill, open: string, older: string, counted: Counted): Promise<void> {
  await counted('open order', async () => ((await client.orders.get(open, patience)) ? 'found' : 'missing'));
  await counted('older order', async () => ((await client.orders.get(older || open, patience)) ? 'found' : 'missing'));
  await counted('list', async () => {
    const { orders } = await client.request(OrdersDocument, { first: 20 }, patience);
    return orders.nodes.length > 0 ? 'found' : 'empty';
  });
  await counted('counts', async () => (await client.orders.counts(patience)) && 'found');
  await counted('journal', async () => {
    const { order } = await client.request(OrderTimelineDocument, { id: open, first: 20 }, patience);
    return order?.timeline.nodes.length ? 'found' : 'empty';
  });
}
