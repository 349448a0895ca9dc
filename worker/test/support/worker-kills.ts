import type { RunOperation } from './operation.ts';
import type { TestRun } from './test-run.ts';
import type { TestWorkers } from './test-workers.ts';

/** The worker is gone in the middle of these calls, which end with it, and another comes. */
export async function workerIsKilled(
  workers: TestWorkers,
  ...during: (readonly [run: TestRun, operation: RunOperation, times?: number])[]
): Promise<void> {
  await Promise.all(during.map(([run, ...call]) => run.untilCalled(...call)));
  await workers.workersLeave();
  await workers.workersCome();
}
