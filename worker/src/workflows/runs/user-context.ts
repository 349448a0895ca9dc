import { ActivityFailure, isCancellation } from '@temporalio/workflow';
import {
  type ContextPart,
  locationUnknown,
  type RunOutcome,
  type StartedUserContext,
  type UserContextRun,
  userContextAsStarted,
} from '@waybill/contracts/domain';
import { toStepFailure } from '../shared/activities/failure.ts';
import { createContextActivities } from './activities/proxies.ts';
import { executeRun, type RunWorkflow } from './run-workflow.ts';
import { readStartedRun } from './state/read-started-run.ts';

/**
 * Gathers the context of a user: the location, the weather there, and a fact about cats. A part that cannot be read is
 * null with a reason, and does not fail the others.
 */
export async function userContext(input: StartedUserContext): Promise<RunOutcome> {
  const started = readStartedRun('USER_CONTEXT', input);
  const { readLocation, readWeather, readCatFact } = createContextActivities(started);

  return executeRun(started, userContextAsStarted(started), async (run) => {
    const { ref } = run;
    const { context } = run.record.state;
    const gather = createGatherer(run);

    const locationAndWeather = async () => {
      await gather('LOCATION', async () => {
        const { location, attempt } = await readLocation(ref);
        context.location = location;
        return { attempt };
      });
      const { location } = context;
      if (!location) return;
      await gather('WEATHER', async () => {
        const { weather, attempt } = await readWeather({ ...ref, ...location });
        context.weather = weather;
        return { attempt };
      });
    };
    const catFact = () =>
      gather('CAT_FACT', async () => {
        const { catFact, attempt } = await readCatFact(ref);
        context.catFact = catFact;
        return { attempt };
      });

    if (started.strategy === 'SEQUENTIAL') {
      await locationAndWeather();
      await catFact();
    } else await all(locationAndWeather(), catFact());
  });
}

/** Takes the step that reads one part. A failure is recorded, and does not fail the others. */
function createGatherer({ record, step }: RunWorkflow<UserContextRun>) {
  const { context } = record.state;

  const tellMissing = (part: ContextPart, failure: unknown) => {
    const { code, message } = toStepFailure(failure);
    context.problems.push({ part, code, message });
    if (part !== 'LOCATION') return;
    record.steps.skip('WEATHER');
    context.problems.push({ part: 'WEATHER', code: locationUnknown, message: 'The location is not known' });
  };

  return async (part: ContextPart, read: () => Promise<{ attempt: number }>): Promise<void> => {
    let isMissing = false;
    const run = () =>
      read().catch((failure: unknown) => {
        isMissing = failure instanceof ActivityFailure && !isCancellation(failure);
        if (isMissing) tellMissing(part, failure);
        throw failure;
      });
    await step(part, { run }).catch((failure: unknown) => {
      if (!isMissing) throw failure;
    });
  };
}

/** Resolves when all are done; the failure of one is thrown when nothing is running any more. */
async function all(...parts: Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(parts)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
