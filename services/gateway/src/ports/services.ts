import type { ServiceHealth, ServicesPort } from '@waybill/graphql';
import type { Orders, TaskRoute, WorkerPresence } from '@waybill/orders-client';
import type { ProvidersClient } from '@waybill/providers-client';
import type { Book } from '../live/order-book.ts';

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
    ['workers', () => workersOf(orders, now())],
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

/** A poll lasts a minute at most, so an idle worker is heard of once a minute. */
const silentAfterMs = 90_000;

async function workersOf(orders: Orders, now: Date): Promise<State> {
  const isPolling = ({ polledAt }: WorkerPresence) => !polledAt || now.getTime() - polledAt.getTime() < silentAfterMs;
  const { pollers, routes } = await orders.workers(deadlineMs);
  const workers = pollers.filter(isPolling);
  const build = [...new Set(workers.flatMap(({ build }) => build ?? []))].join(', ') || null;
  if (workers.length === 0) return { ok: false, build: null, detail: 'No worker polls the queue of orders' };
  const versions = new Set(workers.map(({ version }) => version));
  if (!routes.every(({ version }) => versions.has(version)))
    return { ok: false, build, detail: misrouted(routes, versions) };
  const polling = workers.length === 1 ? '1 worker polls' : `${workers.length} workers poll`;
  return { ok: true, build, detail: `${polling} the queue of orders` };
}

/** The engine keeps the tasks of a build that does not poll: orders wait, although there are workers. */
function misrouted(routes: readonly TaskRoute[], polling: ReadonlySet<string | null>): string {
  const routed = routes.map(({ version, is, percent }) => {
    const share = percent < 100 ? `, ${percent} percent` : '';
    return `${nameOf(version)} (${version === null ? 'no build is ' : ''}${is}${share})`;
  });
  const polled = [...polling].map(nameOf).join(' and ');
  return `Tasks of orders go to ${routed.join(' and ')}, but the queue of orders is polled by ${polled} only`;
}

const nameOf = (version: string | null) => (version === null ? 'workers without versioning' : `build ${version}`);
