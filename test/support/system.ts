import { Client, Connection } from '@temporalio/client';
import { bookAudit, nightlySweep } from '@waybill/contracts/domain';
import { type Environment, type OrderOverrides, readSettings } from '@waybill/contracts/settings';
import { createGatewayOptions, type GatewayOptions, startGateway } from '@waybill/gateway';
import { startOrderBook } from '@waybill/order-book';
import { freshNamespace } from '@waybill/orders-client/testing/namespace';
import { openLog } from '@waybill/platform';
import { createProvidersClient } from '@waybill/providers-client';
import { startWorker } from '@waybill/worker';
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

const onFailure = (error: unknown): never => {
  throw error;
};

export type System = Awaited<ReturnType<typeof openSystem>>;

/**
 * All of Waybill in this process: the real gateway, workers, providers and order book, on the engine of the test run,
 * with these settings of gateways and workers. Its schedules start nothing by themselves.
 */
export async function openSystem(address: string, given: Environment = {}) {
  const namespace = await freshNamespace(address, 'system');
  const chaos = await startChaos(readSettings('chaos', chaosSettings));
  const server = await startOrderBook({ log, now: () => new Date() });
  const services = { WAYBILL_CHAOS_URL: chaos.url, WAYBILL_ORDER_BOOK_URL: server.url };
  const env = { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, ...services, ...given };
  const connection = await Connection.connect({ address });
  const providers = createProvidersClient({ baseUrl: chaos.url });
  const startWorkers = async (given: Environment = {}) =>
    startWorker(readSettings('worker', { ...env, ...given }), {
      workflowBundle: await bundled(theWorkflows),
      onFailure,
    });
  const workers = await startWorkers();
  const client = new Client({ connection, namespace });
  await pauseSchedules(client);
  const { gateway, closeGateways } = createGateways(env);

  return {
    /** A gateway whose orders are tried as long as usual, or as it is told; it can be stopped before all else is. */
    gateway,
    /** Where everything is, in settings, for a process beside this one. */
    env,
    /** More workers, with other settings. */
    startWorkers,
    audit: providers.audit,
    /** The payment provider itself. */
    payment: providers.payment,
    /** Pins the outcomes of the next calls for an order or a run. */
    pin: providers.chaos.pin,
    /** The engine itself. */
    client,
    async close() {
      await closeGateways();
      await workers.stop();
      await Promise.all([connection.close(), providers.close()]);
      await Promise.all([server.stop(), chaos.close()]);
    },
  };
}

const pauseSchedules = (client: Client) =>
  Promise.all([bookAudit, nightlySweep].map(({ schedule }) => client.schedule.getHandle(schedule).pause()));

function createGateways(env: Environment) {
  const gateways: { close: () => Promise<void> }[] = [];
  const gateway = async (overrides: OrderOverrides = {}, changes: Partial<GatewayOptions> = {}) => {
    const options = createGatewayOptions(readSettings('gateway', env), log);
    const opened = await startGateway({
      ...options,
      overrides: { ...options.overrides, ...overrides },
      access: anAccess(),
      limits: { ...options.limits, costPerSecond: 1e9 },
      port: 0,
      requestTimeoutMs: 60_000,
      verdictTimeoutMs: 30_000,
      graceMs: 100,
      ...changes,
    });
    const driver = gatewayDriver(opened, await aToken());
    gateways.push({ close: () => driver.close().then(opened.stop).then(options.close) });
    return driver;
  };
  return { gateway, closeGateways: () => Promise.all(gateways.map((each) => each.close())) };
}
