/** Calls `passed` when it was not stopped or started again within this time. */
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
