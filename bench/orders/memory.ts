import { readFileSync } from 'node:fs';
import { rateOf, shipOne } from './orders.ts';
import { withSystem } from './system.ts';

const orders = Number(process.argv[2] ?? 5_000);
const step = 500;

/** Whether a worker's memory grows with the orders that it has seen. */
await withSystem(async ({ stack, client }) => {
  for (let done = step; done <= orders; done += step) {
    const rate = await rateOf(step, 40, () => shipOne(client));
    const [own, shipping] = [rssMiB(stack.pidOf('worker, orders')), rssMiB(stack.pidOf('worker, shipping'))];
    console.log(
      `${done} orders: worker, orders ${own} MiB; worker, shipping ${shipping} MiB; ${rate.toFixed(1)} orders/s`,
    );
  }
});
process.exit(0);

function rssMiB(pid: number): number {
  const [, kib = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kib) / 1024);
}
