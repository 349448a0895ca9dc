import { type Client, WorkflowUpdateFailedError } from '@temporalio/client';
import { MockActivityEnvironment } from '@temporalio/testing';
import { fulfillment } from '@waybill/contracts/domain';
import { logger } from '@waybill/orders-client/testing/runtime';
import { describe, expect } from 'vitest';
import { createAskOrder, createQuestionActivities } from '../src/activities/questions.ts';
import { awaiting } from './support/reading.ts';
import { scenario } from './support/scenario.ts';

describe('a question to an order whose worker is unavailable', () => {
  scenario('ends with its attempt, and is sent again', async ({ workers: { client } }) => {
    const asks = await aShipmentOf('ORD-1', client);
    const attempt = new MockActivityEnvironment({ startToCloseTimeoutMs: 750 }, { logger });

    const asked = attempt.run(asks.settleAddress, reporting('ORD-1', { shipmentId: 'SHP-1' }));

    await expect(asked).rejects.toMatchObject({ type: 'UNAVAILABLE', nonRetryable: false });
  });

  scenario('is abandoned when nobody waits for the answer any more', async ({ workers: { client } }) => {
    const asks = await aShipmentOf('ORD-2', client);
    const attempt = new MockActivityEnvironment({ startToCloseTimeoutMs: 600_000 }, { logger });

    const asked = attempt.run(
      asks.clearDispatch,
      reporting('ORD-2', { labelId: 'L-1', carrier: 'Post', trackingNumber: 'TRK-1' }),
    );
    const left = asked.catch((error: unknown) => error);
    await client.workflow.getHandle(fulfillment.idFor('ORD-2')).describe(); // by then the question has been sent
    attempt.cancel();

    expect(await left).toMatchObject({ details: [{ attempt: 1 }] });
  });
});

describe('a question without the completed steps', () => {
  scenario('is refused, and its order ships', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    const asked = store.handle.executeUpdate(fulfillment.updates.clearDispatch, { args: [] });

    await expect(asked).rejects.toThrow(WorkflowUpdateFailedError);
    await store.tells('approve');
    expect(await store.ends()).toMatchObject({ outcome: { status: 'SHIPPED' } });
  });
});

/** An order that the engine has and no worker knows, and what is asked of it. */
async function aShipmentOf(orderId: string, client: Client) {
  const workflowId = fulfillment.idFor(orderId);
  await client.workflow.start(fulfillment.workflow, { workflowId, taskQueue: 'nobody' });
  return createQuestionActivities(createAskOrder(client));
}

const reporting = <Detail>(orderId: string, detail: Detail) => ({
  orderId,
  correlationId: 'cor-1',
  done: { attempt: 1, detail },
});
