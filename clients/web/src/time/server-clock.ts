/**
 * The server's time, learned from its responses. A response arrives later than it was made, so the largest offset is
 * the most accurate; the local clock only measures the time between responses.
 */
export function createServerClock(local: () => number) {
  let offset: number | undefined;
  return {
    observe(serverMs: number): void {
      if (Number.isNaN(serverMs)) return;
      offset = Math.max(offset ?? Number.NEGATIVE_INFINITY, serverMs - local());
    },
    now: (): number => local() + (offset ?? 0),
  };
}

/** A monotonic clock. */
const monotonic = () => performance.timeOrigin + performance.now();

export const serverClock = createServerClock(monotonic);

/** `fetch` that learns the server's time from its responses. */
export const fetchInServerTime: typeof fetch = async (...request) => {
  const response = await fetch(...request);
  serverClock.observe(Date.parse(response.headers.get('date') ?? ''));
  return response;
};
