import { runWorkflows } from '@waybill/contracts/domain';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Driver } from '../services/gateway/test/support/driver.ts';
import { auditNow } from './support/audit-now.ts';
import { startedBy } from './support/runs.ts';
import { shopperAt } from './support/shopper.ts';
import { openSystem, type System } from './support/system.ts';

let system: System;
let gateway: Driver;
beforeAll(async () => {
  system = await openSystem(inject('temporalAddress'));
  gateway = await system.gateway();
});
afterAll(() => system.close());

test('a shipped and unpaid order is suspected by the next audit, and stuck from the following one', async () => {
  const shopper = shopperAt(gateway, system.audit);
  await Promise.all(['PAID', 'UNPAID'].map(async (id) => shopper.end(await shopper.place(id))));
  await system.payment.refund({ orderId: 'UNPAID' });

  const doubted = [await audited(), await health('UNPAID')];
  const known = [await audited(), await health('UNPAID'), await health('PAID')];

  const different = [{ id: 'UNPAID', differences: ['MONEY_DIFFERS'] }];
  expect(doubted).toEqual([{ different, compared: 2 }, 'OK']);
  expect(known).toEqual([{ different, compared: 1 }, 'STUCK', 'OK']); // that it is stuck is a change
});

test('a run whose workflow was terminated is stuck from the next audit on, and accepts no command', async () => {
  const mutation =
    'startPayment(input: { orderId: "PAID", customerId: "ada", amount: "7.00", cancellableFor: "PT1H" })';
  const { id } = await startedBy(gateway, mutation);
  const known = () => gateway.told<{ workflowRun: object }>(`{ workflowRun(id: "${id}") { health availableActions } }`);
  await expect.poll(known).toMatchObject({ workflowRun: { availableActions: ['CANCEL', 'REFUND'] } });
  await expect.poll(() => isInBook(id)).toBe(true); // a write that is still on its way would be newer than the audit
  await system.client.workflow.getHandle(runWorkflows.idFor(id)).terminate();

  const { lost } = await system.client.workflow.getHandle(await auditNow(system)).result();

  expect(lost).toEqual([id]);
  await expect.poll(known).toEqual({ workflowRun: { health: 'STUCK', availableActions: ['REFUND'] } });
});

/** Whether the book, which has the lists, has the newest state of a run. */
async function isInBook(id: string): Promise<boolean> {
  type Told = { workflowRun: Revised; workflowRuns: { nodes: Revised[] } };
  const { workflowRun, workflowRuns } = await gateway.told<Told>(
    `{ workflowRun(id: "${id}") { id revision } workflowRuns(first: 10) { nodes { id revision } } }`,
  );
  return workflowRuns.nodes.some((booked) => booked.id === id && booked.revision === workflowRun.revision);
}

type Revised = { id: string; revision: number };

/** The result of an audit of orders. */
async function audited() {
  const { effects } = await system.client.workflow.getHandle(await auditNow(system)).result();
  const { different, compared } = effects.orders;
  return { different, compared };
}

async function health(id: string): Promise<string> {
  const { order } = await gateway.told<{ order: { health: string } }>(`{ order(id: "${id}") { health } }`);
  return order.health;
}
