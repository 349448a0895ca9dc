import { setTimeout } from 'node:timers/promises';
import { aToken } from '../../services/gateway/test/support/tokens.ts';
import { openGatewayProcess } from '../../test/dashboard/gateway-process.ts';
import { killAgainAndAgain, shownStatuses } from '../../test/dashboard/kill-rounds.ts';
import { openDashboard } from '../../test/dashboard/person.ts';
import { percentile, round } from '../gateway/figures.ts';
import { rateOf } from '../orders/orders.ts';
import { placeWaiting, type Shop, withShop } from './system.ts';

const rounds = Number(process.argv[2] ?? 20);
const count = Number(process.argv[3] ?? 200);

/** Kills the gateway repeatedly while orders ship: measures how soon the page says so, and checks its final state. */
await withShop(async ({ client, browser }, { temporal, chaos, orderBook }) => {
  const gateway = await openGatewayProcess({
    TEMPORAL_ADDRESS: temporal,
    WAYBILL_CHAOS_URL: chaos,
    WAYBILL_ORDER_BOOK_URL: orderBook,
  });
  try {
    await killed(gateway, client, browser);
  } finally {
    await gateway.kill();
  }
});
process.exit(0);

type Gateway = Awaited<ReturnType<typeof openGatewayProcess>>;

async function killed(gateway: Gateway, client: Shop['client'], browser: Shop['browser']): Promise<void> {
  const ids = Array.from({ length: count }, (_, at) => `ORD-KILLS-${at}`);
  const unplaced = [...ids];
  await rateOf(count, 20, () => placeWaiting(client, unplaced.pop() ?? ''));
  const { page, go } = await openDashboard(browser, gateway.url, await aToken());
  await go('/orders?id=ORD-KILLS');
  await page.locator('tbody tr[data-index]').first().waitFor();
  const each = Math.ceil(count / rounds);

  const seen = await killAgainAndAgain({
    page,
    gateway,
    rounds,
    meanwhile: (round) =>
      Promise.all(ids.slice(round * each, (round + 1) * each).map((id) => client.orders.approve(id))),
  });

  for (const id of ids) await client.orders.waitFor(id, 'SHIPPED');
  await setTimeout(2_000);
  const shown = await shownStatuses(page);
  const wrong = ids.filter((id) => shown[id] !== 'Shipped');
  const of = (name: 'bannerMs' | 'goneMs') => {
    const values = seen.map((each) => each[name]);
    return `p50 ${round(percentile(values, 0.5))}, most ${round(Math.max(...values))} ms`;
  };
  console.log(
    `${rounds} kills under ${count} orders: ${wrong.length} rows are wrong in the end; the banner after ${of('bannerMs')}; gone after readiness in ${of('goneMs')}`,
  );
}
