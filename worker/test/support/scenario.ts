import type { PlacedOrder } from '@waybill/contracts/domain';
import { test as base, inject } from 'vitest';
import { record, recordRuns } from './recording.ts';
import { type RunContent, RunStage } from './run-stage.ts';
import { Shop } from './shop.ts';
import { openStreet } from './street.ts';

/** Opens a shop for one order; every shop has providers and a book of its own. */
type OpenShop = (order?: Partial<PlacedOrder>) => Shop;

type OpenRun = (...content: RunContent) => RunStage;

/** A test against the real engine and the real workflow code; only the providers and the book are scripted. */
export const scenario = base
  .extend('street', { scope: 'file' }, async ({}, { onCleanup }) => {
    const street = await openStreet(inject('temporalAddress'));
    onCleanup(() => street.close());
    return street;
  })
  .extend('shop', ({ street: { shops, client }, task }, { onCleanup }): OpenShop => {
    const opened: Shop[] = [];
    onCleanup(() => record(task, opened));
    return (order) => {
      const shop = new Shop(client, order);
      shops.set(shop.placed.orderId, shop);
      opened.push(shop);
      return shop;
    };
  })
  .extend('run', ({ street: { shops, client }, task }, { onCleanup }): OpenRun => {
    const opened: RunStage[] = [];
    onCleanup(() => recordRuns(task, opened));
    return (...content) => {
      const stage = new RunStage(client, ...content);
      shops.set(stage.runId, stage);
      opened.push(stage);
      return stage;
    };
  });
