import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { readSettings } from '@waybill/contracts/settings';
import { type GatewayParts, openGateway, usualLimits } from '@waybill/gateway';
import { startOrderBook } from '@waybill/order-book';
import { orderBookClient } from '@waybill/order-book-client';
import { connectOrders } from '@waybill/orders-client';
import { freshNamespace } from '@waybill/orders-client/testing/namespace';
import { openLog } from '@waybill/platform';
import { providersClient } from '@waybill/providers-client';
import { activitiesWith, openWorkers, runAll } from '@waybill/worker';
import { startChaos } from '../../services/chaos/src/index.ts';
import { gatewayDriver } from '../../services/gateway/test/support/driver.ts';
import { anAccess, aToken } from '../../services/gateway/test/support/tokens.ts';
import { bundled, theWorkflows } from '../../worker/test/support/workflow-code.ts';

const log = openLog('test', 'silent');

/** Of the providers: they can be told to fail, make a label soon, and hang for less than a step waits. */
const chaosSettings = {
  CHAOS_CONTROL: 'on',
  LOG_LEVEL: 'silent',
  WAYBILL_CHAOS_PORT: '0',
  WAYBILL_LABEL_TIME: 'PT0.2S',
  WAYBILL_CHAOS_HANG: 'PT1S',
};

export type System = Awaited<ReturnType<typeof openSystem>>;

/** All of Waybill in this process: gateway, workers, providers and order book as they are, on the engine of the run. */
export async function openSystem(address: string) {
  const namespace = await freshNamespace(address, 'system');
  const chaos = await startChaos(readSettings('chaos', chaosSettings));
  const server = await startOrderBook({ log, now: () => new Date() });
  const book = orderBookClient({ baseUrl: server.url });
  const providers = providersClient({ baseUrl: chaos.url });
  const stopWorkers = await startWorkers({ address, namespace, providers, book });
  const orders = connectOrders({ address, namespace });

  const gateways: { close: () => Promise<void> }[] = [];
  const gateway = async (patience: GatewayParts['patience'] = {}) => {
    const opened = await openGateway({
      ...{ orders, book, providers, patience, log },
      access: anAccess(),
      limits: { ...usualLimits, costPerSecond: 1e9 },
      host: '127.0.0.1',
      port: 0,
      verdictTimeoutMs: 30_000,
      graceMs: 100,
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
    });
    const driver = gatewayDriver(opened, await aToken());
    gateways.push({ close: () => driver.close().then(opened.stop) });
    return driver;
  };

  return {
    /** A gateway whose orders are tried as long as usual, or as it is told. */
    gateway,
    audit: providers.audit,
    async close() {
      await Promise.all(gateways.map((each) => each.close()));
      await stopWorkers();
      await Promise.all([orders.close(), book.close(), providers.close()]);
      await Promise.all([server.stop(), chaos.close()]);
    },
  };
}

type Neighbours = Pick<Parameters<typeof activitiesWith>[0], 'providers' | 'book'>;

async function startWorkers({
  address,
  namespace,
  ...neighbours
}: { address: string; namespace: string } & Neighbours) {
  const connection = await NativeConnection.connect({ address });
  const clientConnection = await Connection.connect({ address });
  const client = new Client({ connection: clientConnection, namespace });
  const settings = readSettings('worker', { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace });
  const activities = activitiesWith({ ...neighbours, client }, { labelHeartbeatMs: settings.WAYBILL_LABEL_HEARTBEAT });
  const workers = await openWorkers({ connection, workflowBundle: await bundled(theWorkflows), settings, activities });
  const stop = runAll(workers, (error) => {
    throw error;
  });
  return async () => {
    await stop();
    await Promise.all([connection.close(), clientConnection.close()]);
  };
}
