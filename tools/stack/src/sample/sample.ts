import { inSeconds } from '../seconds.ts';
import type { Terminal } from '../terminal.ts';
import { drawing, stepLine } from './drawing.ts';
import type { Gateway, Placed, Sighting } from './gateway.ts';

type Showing = { gateway: Gateway; terminal: Terminal; signal: AbortSignal; now: () => number };

/** Places one order as a customer would, and shows its progress until it ends. */
export async function showSampleOrder({ gateway, terminal, signal, now }: Showing): Promise<void> {
  const started = now();
  const order = await gateway.place({ ...customer, items: [{ sku: await gateway.firstProduct(), quantity: 2 }] });
  terminal.say('');
  terminal.say(`${terminal.paint.bold(`Sample order ${order.id}`)}, ${order.total.amount} ${order.total.currencyCode}`);
  terminal.say('');

  const show = terminal.live ? redrawn(terminal, now) : told(terminal, now);
  let last: Sighting | undefined;
  try {
    for await (const sighting of gateway.watch(order.id, signal)) {
      last = sighting;
      show.see(sighting);
    }
  } finally {
    show.end();
  }
  if (last) terminal.say(`\n${ending(order, last, inSeconds(now() - started))}`);
}

const customer = {
  customerId: 'CUST-1',
  customerEmail: 'sample@example.com',
  shippingAddress: { street: '1 Sample Street', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' },
};

function ending({ id }: Placed, { status, shipment, failure }: Sighting, time: string): string {
  if (status !== 'SHIPPED')
    return `Sample order ${id}: ${status} after ${time}${failure ? `: ${failure.message}` : ''}`;
  return `Sample order ${id}: SHIPPED in ${time}, ${shipment?.carrier ?? 'carrier'} ${shipment?.trackingNumber ?? ''}`;
}

/** One picture that is replaced; between changes, the time of a running step goes on. */
function redrawn(terminal: Terminal, now: () => number) {
  let latest: Sighting | undefined;
  const draw = () => latest && terminal.draw(drawing(latest, terminal.paint, now()));
  const ticking = setInterval(draw, 250);
  return {
    see: (sighting: Sighting) => {
      latest = sighting;
      draw();
    },
    end: () => {
      clearInterval(ticking);
      terminal.settle();
    },
  };
}

/** Where nothing can be replaced: a line for each step that has ended, and for each ten percent of one that runs. */
function told(terminal: Terminal, now: () => number) {
  const said = new Set<string>();
  return {
    see: ({ steps, progress }: Sighting) => {
      for (const step of steps) {
        const silent = step.status === 'RUNNING' ? step.percent === null : step.finishedAt === null;
        if (silent || step.status === 'SKIPPED') continue;
        const what = `${step.name} ${step.status} ${Math.floor((step.percent ?? 0) / 10)}`;
        if (said.has(what)) continue;
        said.add(what);
        terminal.say(`${stepLine(step, terminal.paint, now()).padEnd(42)}${`${progress}`.padStart(4)} %`);
      }
    },
    end: () => undefined,
  };
}
