/**
 * The server's time by its own words. An answer was made before it arrives, so the latest offset seen is the nearest to the truth;
 * the local clock only measures what passes between answers.
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

/** A clock that nobody can set while the page is open. */
const monotonic = () => performance.timeOrigin + performance.now();

export const serverClock = createServerClock(monotonic);

/** `fetch`, of whose responses the server's time is learned. */
export const fetchInServerTime: typeof fetch = async (...request) => {
  const response = await fetch(...request);
  serverClock.observe(Date.parse(response.headers.get('date') ?? ''));
  return response;
};
