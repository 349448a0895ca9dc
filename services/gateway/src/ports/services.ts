import type { ServiceHealth, ServicesPort } from '@waybill/graphql';
import type { Orders } from '@waybill/orders-client';
import type { ProvidersClient } from '@waybill/providers-client';
import type { Book } from '../live/order-book.ts';
import { workersHealth } from './workers.ts';

type Parts = { orders: Orders; book: Book; providers: Pick<ProvidersClient, 'ready'>; now: () => Date };
type State = { ok: boolean; build: string | null; detail: string | null };
type Check = () => Promise<State>;

const freshForMs = 1_000;
const deadlineMs = 1_000;

/** The parts of the system, each checked at most once per second for all callers. */
export function createServicesPort({ orders, book, providers, now }: Parts): ServicesPort {
  const checks: [name: string, check: Check][] = [
    ['gateway', async () => fine],
    ['order book', async () => book.changes({ deadlineMs }).then(() => fine)],
    ['providers', async () => providers.ready({ deadlineMs }).then(() => fine)],
    ['engine', async () => ((await orders.reachable(deadlineMs)) ? fine : unresponsive)],
    ['workers', async () => workersHealth(await orders.workers(deadlineMs), now())],
  ];
  const known = new Map<string, ServiceHealth>();
  let latest: { at: number; health: Promise<ServiceHealth[]> } | undefined;

  const probe = ([name, check]: (typeof checks)[number]) =>
    check()
      .catch(() => unresponsive)
      .then((state) => {
        const before = known.get(name);
        const since = before?.ok === state.ok ? before.since : now().toISOString();
        const health = { name, since, ...state };
        known.set(name, health);
        return health;
      });

  known.set('gateway', { name: 'gateway', since: now().toISOString(), ...fineState() });
  return {
    health() {
      const at = now().getTime();
      if (!latest || at - latest.at >= freshForMs) latest = { at, health: Promise.all(checks.map(probe)) };
      return latest.health;
    },
  };
}

const fineState = (): State => ({ ok: true, build: null, detail: null });
const fine = fineState();
const unresponsive: State = { ok: false, build: null, detail: 'It does not respond' };
