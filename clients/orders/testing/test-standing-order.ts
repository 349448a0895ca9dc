// A simplified standing order for tests of watching, controlled from outside.
import {
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import {
  type RunAnswer,
  type RunEntry,
  type RunEventType,
  runAsStarted,
  runWorkflows,
  type StandingOrderRun,
  type StartedStandingOrder,
} from '@waybill/contracts/domain';
import type { TestActivities } from './test-engine.ts';

const { writeRun } = proxyLocalActivities<TestActivities>({ startToCloseTimeout: '5s' });

type Carried = { state: StandingOrderRun; journal: RunEntry[] };

/** Nothing is placed. It continues as new once the book has its journal, which goes with it. */
export async function standingOrder(started: StartedStandingOrder, carried?: Carried): Promise<void> {
  const run = carried?.state ?? (runAsStarted(started) as StandingOrderRun);
  const journal = carried?.journal ?? [];
  let goesOn = false;
  const write = (type: RunEventType) => {
    const at = new Date().toISOString();
    journal.push({ seq: journal.length + 1, type, at, actor: null, step: null, detail: null });
    Object.assign(run, { revision: journal.length, updatedAt: at });
  };

  setHandler(
    defineQuery<RunAnswer, [number]>(runWorkflows.queries.run),
    (afterSeq): RunAnswer => ({ run, journal: journal.slice(afterSeq, afterSeq + 50) }),
  );
  setHandler(defineSignal<[number]>('happen'), (times) => {
    for (let time = 0; time < times; time++) write('SKIPPED');
  });
  setHandler(defineSignal('goOn'), () => {
    write('SKIPPED');
    goesOn = true;
  });

  if (!carried) write('RUN_STARTED');
  await condition(() => goesOn);
  await writeRun({ run, journal, fingerprint: started.fingerprint });
  const state = { ...run, generation: run.generation + 1 };
  await continueAsNew<typeof standingOrder>(started, { state, journal });
}
