import { fulfillment, recovery, shipment } from '@waybill/contracts/domain';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { auditNow } from './support/audit-now.ts';
import { type Shopper, shopperAt, undone, waits } from './support/shopper.ts';
import { openSystem, type System } from './support/system.ts';

let system: System;
let shopper: Shopper;
beforeAll(async () => {
  system = await openSystem(inject('temporalAddress'), {
    WAYBILL_ORDERS_QUEUE: 'our-orders',
    WAYBILL_SHIPPING_QUEUE: 'our-parcels',
    WAYBILL_AUDIT_QUEUE: 'our-audit',
  });
  shopper = shopperAt(await system.gateway(), system.audit);
});
afterAll(() => system.close());

test('an order is worked on by the queues that the deployment names, and its shipment too', async () => {
  const id = await shopper.place('QUEUED');
  const ended = await shopper.end(id);

  expect(ended).toMatchObject({ status: 'SHIPPED' });
  expect(await queuesOf(fulfillment.idFor(id))).toEqual(['our-orders', 'our-parcels']);
  expect(await queuesOf(shipment.idFor(id))).toEqual(['our-parcels']);
});

test('an order that fails is compensated there', async () => {
  await shopper.pin('QUEUED-BACK', 'shipping.label', ['address_refused']);
  const id = await shopper.place('QUEUED-BACK');

  const ended = await shopper.end(id);

  expect(undone(ended)).toContain('CANCEL_SHIPMENT COMPLETED');
  expect(await queuesOf(fulfillment.idFor(id))).toEqual(['our-orders', 'our-parcels']);
});

test('the audit has its own queue, and recovers lost orders on their queues', async () => {
  const id = await shopper.place('QUEUED-LOST', 'requiresApproval: true');
  await shopper.until(id, waits);
  await system.client.workflow.getHandle(fulfillment.idFor(id)).terminate();

  const audits = [await auditNow(system), await auditNow(system)];
  const outcome = await system.client.workflow.getHandle(recovery.idFor(id)).result();

  expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'WORKFLOW_LOST' } });
  expect(await queuesOf(recovery.idFor(id))).toEqual(['our-orders', 'our-parcels']);
  expect(await Promise.all(audits.map(queuesOf))).toEqual([['our-audit'], ['our-audit']]);
});

/** Every task queue in a workflow's history, including its own. */
async function queuesOf(workflowId: string): Promise<string[]> {
  const { events } = await system.client.workflow.getHandle(workflowId).fetchHistory();
  const queues = (events ?? []).flatMap((event) => [
    event.workflowExecutionStartedEventAttributes?.taskQueue?.name,
    event.activityTaskScheduledEventAttributes?.taskQueue?.name,
    event.startChildWorkflowExecutionInitiatedEventAttributes?.taskQueue?.name,
  ]);
  return [...new Set(queues.filter((queue) => typeof queue === 'string'))].sort();
}
