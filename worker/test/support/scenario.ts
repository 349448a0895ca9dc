import type { PlacedOrder } from '@waybill/contracts/domain';
import { test as base, inject } from 'vitest';
import { record, recordRuns } from './recording.ts';
import { type RunContent, TestRun } from './test-run.ts';
import { TestShop } from './test-shop.ts';
import { openTestWorkers } from './test-workers.ts';

/** Opens a shop for one order; every shop has providers and a book of its own. */
type OpenShop = (order?: Partial<PlacedOrder>) => TestShop;

type OpenRun = (...content: RunContent) => TestRun;

/** A test against the real engine and the real workflow code; only the providers and the book are scripted. */
export const scenario = base
  .extend('workers', { scope: 'file' }, async ({}, { onCleanup }) => {
    const workers = await openTestWorkers(inject('temporalAddress'));
    onCleanup(() => workers.close());
    return workers;
  })
  .extend('shop', ({ workers: { shops, client }, task }, { onCleanup }): OpenShop => {
    const opened: TestShop[] = [];
    onCleanup(() => record(task, opened));
    return (order) => {
      const shop = new TestShop(client, order);
      shops.set(shop.placed.orderId, shop);
      opened.push(shop);
      return shop;
    };
  })
  .extend('run', ({ workers: { shops, client }, task }, { onCleanup }): OpenRun => {
    const opened: TestRun[] = [];
    onCleanup(() => recordRuns(task, opened));
    return (...content) => {
      const stage = new TestRun(client, ...content);
      shops.set(stage.runId, stage);
      opened.push(stage);
      return stage;
    };
  });
