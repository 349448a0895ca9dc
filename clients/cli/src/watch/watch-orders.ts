import { type OrderDetailsFragment, type OrderStatus, Unreached, type Waybill } from '@waybill/client';
import { barLine, type Sighting, showOrder, type Terminal } from '@waybill/terminal';
import { endLine, orderLine } from '../output/order-lines.ts';
import type { Output } from '../output/output.ts';
import { withDeadline } from './deadline.ts';

export type WatchLimits = { until?: OrderStatus; timeoutMs?: number; compact?: boolean };

/** Shows the progress of orders. */
export type Viewer = { see: (order: OrderDetailsFragment) => void; end: () => void };

/** Follows orders until each is closed or has the status; shows each state that is newer than the last. */
export async function follow(
  client: Waybill,
  ids: readonly string[],
  { until, timeoutMs }: WatchLimits,
  { viewer, signal }: { viewer: Viewer; signal: AbortSignal },
): Promise<OrderDetailsFragment[]> {
  const left = new AbortController();
  const what = ids.map((id) => `Order ${id}`).join(', ');
  const leaving = AbortSignal.any([left.signal, withDeadline(signal, timeoutMs, what, until)]);
  try {
    return await Promise.all(ids.map((id) => followOne(client, id, { until, viewer, signal: leaving })));
  } finally {
    left.abort();
    viewer.end();
  }
}

type Following = { until: OrderStatus | undefined; viewer: Viewer; signal: AbortSignal };

async function followOne(
  client: Waybill,
  id: string,
  { until, viewer, signal }: Following,
): Promise<OrderDetailsFragment> {
  let last: OrderDetailsFragment | undefined;
  for await (const order of client.orders.watch(id, { signal })) {
    viewer.see(order);
    last = order;
    if (order.status === until) return order;
  }
  if (until || !last) throw new Unreached(`Order ${id}`, until ?? 'done', last);
  return last;
}

/** Returns the viewer for the requested format. */
export function viewerFor(output: Output, ids: readonly string[], compact: boolean): Viewer {
  if (output.format === 'jsonl') return revisions(output);
  if (output.format !== 'table') return { see: () => undefined, end: () => undefined };
  const { terminal } = output;
  if (!terminal.live || output.hasFields) return lines(output);
  return ids.length === 1 && !compact ? single(terminal) : board(terminal, ids);
}

/** Shows each revision once: changes within a revision, such as a percentage, wait for the next. */
function revisions(output: Output): Viewer {
  const shown = new Map<string, number>();
  return {
    see: (order) => {
      if (order.revision <= (shown.get(order.id) ?? -1)) return;
      shown.set(order.id, order.revision);
      output.event({ type: 'order', id: order.id, revision: order.revision, order }, () => '');
    },
    end: () => undefined,
  };
}

const lines = ({ changes }: Output): Viewer => ({
  see: changes((order) => (order.closedAt ? endLine(order) : orderLine(order))),
  end: () => undefined,
});

function single(terminal: Terminal): Viewer {
  const show = showOrder(terminal, Date.now);
  let last: OrderDetailsFragment | undefined;
  return {
    see: (order) => {
      last = order;
      show.see(order satisfies Sighting);
    },
    end: () => {
      show.end();
      if (last) terminal.say(`\n${endLine(last)}`);
    },
  };
}

const framesMs = 200;

/** One line per order, redrawn a few times a second; twenty fit a small terminal. */
function board(terminal: Terminal, ids: readonly string[]): Viewer {
  const orders = new Map<string, OrderDetailsFragment>();
  const draw = () => terminal.draw(ids.map((id) => boardLine(id, orders.get(id), terminal)));
  const ticking = setInterval(draw, framesMs);
  return {
    see: (order) => void orders.set(order.id, order),
    end: () => {
      clearInterval(ticking);
      draw();
      terminal.settle();
    },
  };
}

function boardLine(id: string, order: OrderDetailsFragment | undefined, { paint }: Terminal): string {
  return `${id.padEnd(31)} ${order ? barLine(order, paint, 16) : ''}`.trimEnd();
}
