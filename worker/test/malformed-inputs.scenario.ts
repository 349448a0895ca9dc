import { WorkflowFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { recovery, refund, repair, runRecovery, runWorkflows, shipment } from '@waybill/contracts/domain';
import { describe, expect } from 'vitest';
import { scenario } from './support/scenario.ts';

const { taskQueue, workflows } = runWorkflows;

const started = [
  ...Object.values(workflows),
  refund.workflow,
  runRecovery.workflow,
  recovery.workflow,
  repair.workflow,
].map((workflow) => ({ workflow, taskQueue }));

const inputs = [{ input: {} }, { input: null }, { input: 'RUN-1' }, { input: { runId: 7, amount: 'a lot' } }];

describe('a workflow that is started from a terminal with an invalid input', () => {
  scenario.for([...started, { workflow: shipment.workflow, taskQueue: shipment.taskQueue }])(
    '$workflow fails at once, says why, and schedules nothing',
    async ({ workflow, taskQueue }, { workers: { client } }) => {
      for (const { input } of inputs) {
        const workflowId = `by-hand-${crypto.randomUUID()}`;
        const handle = await client.workflow.start(workflow, {
          workflowId,
          taskQueue,
          args: [input],
          workflowExecutionTimeout: '5s',
        });

        const failure = await handle.result().catch((error: unknown) => error);
        const { events } = await handle.fetchHistory();

        expect(failure).toBeInstanceOf(WorkflowFailedError);
        expect((failure as WorkflowFailedError).cause).toMatchObject({
          type: 'INVALID_INPUT',
          nonRetryable: true,
          message: expect.stringMatching(/^The (input must be an object|field \w+ of the input is missing or wrong)$/),
        });
        expect((failure as WorkflowFailedError).cause).toBeInstanceOf(ApplicationFailure);
        expect(events).toHaveLength(5);
      }
    },
  );
});
