/** Where people read what is no result. */
export type Stderr = Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean };

/** Says on a terminal, once for each command, that a rate limit is waited for. */
export function createRateLimitNotice(stderr: Stderr, isQuiet: boolean): (waitMs: number) => void {
  let isDue = stderr.isTTY === true && !isQuiet;
  return (waitMs) => {
    if (isDue) stderr.write(`The rate limit is reached: waiting ${waitMs / 1_000} s. Ctrl-C ends the wait.\n`);
    isDue = false;
  };
}
