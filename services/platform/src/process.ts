import type { Log } from './log.ts';
import { endWithSupervisor } from './supervised.ts';

/**
 * Runs a service until SIGINT or SIGTERM, then stops it. What keeps it from starting is said in one line, and the exit
 * code is 1.
 */
export async function runService(log: Log, start: () => Promise<{ stop: () => Promise<void> }>): Promise<void> {
  endWithSupervisor();
  try {
    const { stop } = await start();
    const leave = () =>
      void stop().then(
        () => process.exit(0),
        (error: unknown) => fail(log, error),
      );
    process.once('SIGINT', leave);
    process.once('SIGTERM', leave);
  } catch (error) {
    fail(log, error);
  }
}

/** Does one thing and ends. What keeps it from being done is said in one line, and the exit code is 1. */
export async function runCommand(log: Log, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    fail(log, error);
  }
}

function fail(log: Log, error: unknown): never {
  log.fatal({ error: error instanceof Error ? error.message : String(error) }, 'cannot go on');
  process.exit(1);
}
