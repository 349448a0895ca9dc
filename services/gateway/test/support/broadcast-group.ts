import type { OrderSnapshot } from '@waybill/graphql';
import type { Subscriber } from '../../src/live/watch/broadcast-group.ts';
import { createWatches } from '../../src/live/watch/watches.ts';
import { aFollowedOrder, anOrderAt } from './order-in-test.ts';

/** One order, and the revisions that its subscribers were sent. */
export function aGroup() {
  const { parts, told, end } = aFollowedOrder();
  const watches = createWatches(parts);
  const known = parts.snapshots.fromWorkflow(anOrderAt(0));
  const { rendered, renderOf } = createRenders();

  const join = (key = 'one') => {
    const { seen, member, ...pace } = createMember();
    const unsubscribe = watches.broadcast(known, key, renderOf(key), member);
    return { seen, unsubscribe, ...pace };
  };

  return { watches, told, end, join, rendered };
}

/** Renders once per snapshot, like the rendering of operations. */
function createRenders() {
  const rendered: string[] = [];
  const renders = new Map<string, (snapshot: OrderSnapshot) => Promise<Buffer>>();

  const renderOf = (key: string) => {
    const texts = new Map<OrderSnapshot, Promise<Buffer>>();
    const make = async ({ revision }: OrderSnapshot) => {
      rendered.push(`${revision}`);
      return Buffer.from(`${revision}`);
    };
    const render =
      renders.get(key) ??
      ((snapshot: OrderSnapshot) => {
        const text = texts.get(snapshot) ?? make(snapshot);
        texts.set(snapshot, text);
        return text;
      });
    renders.set(key, render);
    return render;
  };
  return { rendered, renderOf };
}

/** A subscriber that reads as fast as a test says. */
function createMember() {
  const seen: string[] = [];
  let slow = false;
  let free = () => {};
  const member: Subscriber = {
    send: (bytes) => seen.push(`${bytes}`),
    isSlow: () => slow,
    onDrain: (then) => {
      free = then;
    },
    end: () => seen.push('end'),
  };
  const becomeFree = () => {
    slow = false;
    free();
  };
  const becomeSlow = () => {
    slow = true;
  };
  return { seen, member, becomeSlow, becomeFree };
}
