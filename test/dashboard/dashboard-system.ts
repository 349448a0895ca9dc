import { AsyncLocalStorage } from 'node:async_hooks';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, aroundEach, beforeAll, inject } from 'vitest';
import { aBrowser } from '../../services/gateway/test/support/chromium.ts';
import type { Driver } from '../../services/gateway/test/support/driver.ts';
import { aToken } from '../../services/gateway/test/support/tokens.ts';
import { buildDashboard } from '../../tools/stack/src/start/dashboard.ts';
import { openSystem, type System } from '../support/system.ts';
import { openDashboard, type Person } from './person.ts';
import { soon } from './soon.ts';

export type DashboardSystem = ReturnType<typeof openDashboardSystem>;

/** Where the engine's own UI is said to be. */
export const engineUi = 'https://temporal.example';
const settings = { WAYBILL_TEMPORAL_UI_URL: engineUi };

/** Who looks: each role by one person. */
const names = { customer: 'ada', manager: 'maria', operator: 'otto' };
export type Role = keyof typeof names;

/** The people of the test that runs, also where tests run at the same time. */
const present = new AsyncLocalStorage<Person[]>();

/** One whole system for all tests of a file, the dashboard that it serves, and the people who use it. */
export function openDashboardSystem() {
  let system: System;
  let browser: Browser;
  let gateway: Driver;
  beforeAll(async () => {
    await buildDashboard({ say: () => undefined, signal: AbortSignal.timeout(240_000) });
    [system, browser] = await Promise.all([openSystem(inject('temporalAddress'), settings), aBrowser()]);
    gateway = await system.gateway();
  });
  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });
  // Whoever stayed would follow, and paint, every order of all later tests.
  aroundEach(async (runTest) => {
    const people: Person[] = [];
    await present.run(people, runTest);
    await Promise.all(people.map((person) => person.close()));
  });

  const visitor = async (url: string, token?: string, options?: BrowserContextOptions): Promise<Person> => {
    const person = await openDashboard(browser, url, token, options);
    present.getStore()?.push(person);
    return person;
  };
  return {
    system: () => system,
    gateway: () => gateway,
    /** Somebody in a window of their own, with a token or without. */
    visitor,
    /** Somebody of a role, at the gateway that all share. */
    async someone(role: Role, options?: BrowserContextOptions): Promise<Person> {
      return visitor(gateway.url, await aToken({ sub: names[role], role }), options);
    },
    /** An order that waits for a manager, ten minutes unless it is said otherwise. */
    waitingOrder: (input = '', approvalTimeout = 'PT10M') => placeWaiting(gateway, placing(input, approvalTimeout)),
  };
}

async function placeWaiting(gateway: Driver, mutation: string): Promise<string> {
  const { placeOrder } = await gateway.told<{ placeOrder: { order: { id: string } } }>(mutation);
  const { id } = placeOrder.order;
  // A list that is read before the book has it shows it as new, and not as a row.
  await soon(() => gateway.told(waiting(id))).toEqual({ orders: { nodes: [{ id }] } });
  return id;
}

const waiting = (id: string) =>
  `{ orders(filter: { idPrefix: "${id}", status: [AWAITING_APPROVAL] }) { nodes { id } } }`;

const placing = (input: string, approvalTimeout: string) => `mutation { placeOrder(input: {
  customerId: "ada", customerEmail: "ada@example.com", requiresApproval: true, approvalTimeout: "${approvalTimeout}", ${input}
  items: [{ sku: "MUG-001", quantity: 2 }]
  shippingAddress: { street: "1 First Street", city: "London", zip: "N1 7AA", country: "GB" }
}) { ... on PlaceOrderPayload { order { id } } } }`;
