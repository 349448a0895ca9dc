import { greetingAsStarted, type RunOutcome, type StartedGreeting } from '@waybill/contracts/domain';
import { createGreetingActivities } from './activities/proxies.ts';
import { executeRun } from './run-workflow.ts';
import { readStartedRun } from './state/read-started-run.ts';

/** Greets somebody by name. */
export async function greet(input: StartedGreeting): Promise<RunOutcome> {
  const started = readStartedRun('GREETING', input);
  const { composeGreeting } = createGreetingActivities(started);

  return executeRun(started, greetingAsStarted(started), async ({ record, ref, step }) => {
    await step('GREET', {
      run: async () => {
        const { greeting, attempt } = await composeGreeting({ ...ref, name: started.name });
        record.state.greeting = greeting;
        return { greeting, attempt };
      },
    });
  });
}
