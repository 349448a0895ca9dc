/** Calls `passed` unless it is stopped or restarted within this time. */
export function createDeadline(ms: number, passed: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  return {
    start: () => {
      stop();
      timer = setTimeout(passed, ms);
    },
    stop,
  };
}
