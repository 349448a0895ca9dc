import { fulfillment, type OrderOutcome } from '@waybill/contracts/domain';
import { describe, expect } from 'vitest';
import { scenario } from './support/scenario.ts';

const withABug = new URL('./support/workflows-with-a-bug.ts', import.meta.url);

describe('a bug in the workflow', () => {
  scenario(
    'fails its task and compensates nothing, and the order continues once it is fixed',
    async ({ shop, workers }) => {
      const store = shop();
      await workers.workersLeave();
      await workers.workersCome(withABug);

      await store.places({ workflowTaskTimeout: '1s' }); // the task that the leaving workers take along is soon tried again
      await store.untilHistoryHas('EVENT_TYPE_WORKFLOW_TASK_FAILED');
      const effectsUntilThen = [...store.script.journal];
      await workers.workersLeave();
      await workers.workersCome();
      const outcome: OrderOutcome = await store.handle.result();

      expect(effectsUntilThen).toEqual(['authorize']);
      expect(outcome).toMatchObject({ status: 'SHIPPED' });
      expect(store.script.journal.filter((effect) => effect.startsWith('release'))).toEqual([]);
    },
  );
});

describe('a start with an invalid order', () => {
  const starts: [string, unknown[]][] = [
    ['with nothing at all', []],
    ['with a word', ['two mugs please']],
    [
      'with fields of the wrong kind',
      [{ items: 'mugs', total: null, shippingAddress: 7, plan: 'NOW', placedAt: 'soon' }],
    ],
  ];

  for (const [what, args] of starts) {
    scenario(`(${what}) fails validation, and only its customer is notified`, async ({ shop, workers }) => {
      const store = shop();
      const { orderId } = store.placed;

      const outcome: OrderOutcome = await workers.client.workflow.execute(fulfillment.workflow, {
        workflowId: fulfillment.idFor(orderId),
        taskQueue: fulfillment.taskQueue,
        args,
      });

      expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'VALIDATION_FAILED', step: 'VALIDATE' } });
      expect(store.script.calls).toEqual(['notify']);
    });
  }
});
