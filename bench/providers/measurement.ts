export type Trip = (orderId: string, timed: <T>(call: () => Promise<T>) => Promise<T>) => Promise<void>;

export type Figures = {
  tripsPerSecond: number;
  callsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** The CPU cost of a call in the measured process. */
  cpuMsPerCall: number;
};

/** Makes this many trips with this concurrency, after as many to warm up, because code gets faster while it runs. */
export async function measureTrips(
  trips: number,
  atOnce: number,
  trip: Trip,
  cpuMs: () => Promise<number>,
): Promise<Figures> {
  await drive(trips, atOnce, trip, async (call) => call());
  const latencies: number[] = [];
  const cpuBefore = await cpuMs();
  const began = performance.now();
  await drive(trips, atOnce, trip, async (call) => {
    const sentAt = performance.now();
    const answer = await call();
    latencies.push(performance.now() - sentAt);
    return answer;
  });
  const seconds = (performance.now() - began) / 1000;
  const cpu = (await cpuMs()) - cpuBefore;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => round(latencies[Math.floor(latencies.length * share)] ?? 0);
  return {
    tripsPerSecond: Math.round(trips / seconds),
    callsPerSecond: Math.round(latencies.length / seconds),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    cpuMsPerCall: round(cpu / latencies.length),
  };
}

export async function drive(trips: number, atOnce: number, trip: Trip, timed: Parameters<Trip>[1]): Promise<void> {
  let left = trips;
  const one = async () => {
    while (left-- > 0) await trip(`BENCH-${crypto.randomUUID()}`, timed);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

const round = (value: number) => Math.round(value * 100) / 100;
