import type { QueueWorkers, TaskRoute, WorkerPresence, Workers } from '@waybill/orders-client';

/** A poll lasts a minute at most, so an idle worker is heard of once a minute. */
const silentAfterMs = 90_000;

type Queue = { of: string; routes: TaskRoute[]; polling: WorkerPresence[] };

/** Whether each queue is polled by workers that get its tasks; otherwise the detail names the queues that are not. */
export function workersHealth({ orders, shipments }: Workers, now: Date) {
  const queueOf = (of: string, { pollers, routes }: QueueWorkers): Queue => {
    const isPolling = ({ polledAt }: WorkerPresence) => !polledAt || now.getTime() - polledAt.getTime() < silentAfterMs;
    return { of, routes, polling: pollers.filter(isPolling) };
  };
  const queues = [queueOf('orders', orders), queueOf('shipments', shipments)];
  const builds = new Set(queues.flatMap(({ polling }) => polling.flatMap(({ build }) => build ?? [])));
  const problems = queues.flatMap((queue) => problemOf(queue) ?? []);
  const ok = problems.length === 0;
  const detail = ok ? queues.map(pollersOf).join(' and ') : sentence(problems.join(', and '));
  return { ok, build: [...builds].join(', ') || null, detail };
}

const pollersOf = ({ of, polling }: Queue) =>
  `${polling.length === 1 ? '1 worker polls' : `${polling.length} workers poll`} the queue of ${of}`;

function problemOf({ of, routes, polling }: Queue): string | undefined {
  if (polling.length === 0) return `no worker polls the queue of ${of}`;
  const versions = new Set(polling.map(({ version }) => version));
  return routes.every(({ version }) => versions.has(version)) ? undefined : misrouted(of, routes, versions);
}

/** The engine keeps the tasks of a build that does not poll: orders wait, although there are workers. */
function misrouted(of: string, routes: readonly TaskRoute[], polling: ReadonlySet<string | null>): string {
  const routed = routes.map(({ version, is, percent }) => {
    const share = percent < 100 ? `, ${percent} percent` : '';
    return `${nameOf(version)} (${version === null ? 'no build is ' : ''}${is}${share})`;
  });
  const polled = [...polling].map(nameOf).join(' and ');
  return `tasks of ${of} go to ${routed.join(' and ')}, but the queue of ${of} is polled by ${polled} only`;
}

const nameOf = (version: string | null) => (version === null ? 'workers without versioning' : `build ${version}`);

const sentence = (text: string) => text.replace(/^./, (first) => first.toUpperCase());
