import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCopyWith, type Broken } from './fences.ts';

/** Each file breaks one rule. */
const trespassers = [
  ['contracts-know-nobody', 'schema/contracts/src/x.ts', '@waybill/platform'],
  ['the-domain-imports-nothing', 'schema/contracts/src/domain/x.ts', 'zod'],
  ['the-schema-knows-no-transport-and-no-engine', 'schema/graphql/src/x.ts', '@temporalio/client'],
  ['only-orders-know-orders-in-the-schema', 'schema/graphql/src/page/x.ts', '../order/port.ts'],
  ['clients-know-contracts-only', 'clients/orders/src/x.ts', '@waybill/platform'],
  ['services-do-not-meet', 'services/gateway/src/x.ts', '../../chaos/src/index.ts'],
  ['the-platform-knows-no-business', 'services/platform/src/x.ts', '@waybill/http-client'],
  ['providers-and-book-ask-nobody', 'services/order-book/src/x.ts', '@waybill/http-client'],
  ['the-gateway-speaks-to-temporal-through-a-client', 'services/gateway/src/y.ts', '@temporalio/client'],
  ['gateway-transports-imports-only-below', 'services/gateway/src/transports/x.ts', '../ports/orders.ts'],
  [
    'gateway-execution-imports-only-below',
    'services/gateway/src/execution/x.ts',
    '../transports/shared/media-types.ts',
  ],
  ['gateway-ports-imports-only-below', 'services/gateway/src/ports/x.ts', '../execution/context.ts'],
  ['gateway-ports-imports-only-below', 'services/gateway/src/ports/y.ts', '../assembly/gateway-options.ts'],
  ['gateway-live-imports-only-below', 'services/gateway/src/live/x.ts', '../ports/caller.ts'],
  ['gateway-codec-imports-only-below', 'services/gateway/src/codec/x.ts', '../live/notifier.ts'],
  ['gateway-auth-imports-only-below', 'services/gateway/src/auth/x.ts', '../live/notifier.ts'],
  ['gateway-transports-do-not-meet', 'services/gateway/src/transports/ws/x.ts', '../http/router.ts'],
  ['gateway-transports-do-not-meet', 'services/gateway/src/transports/rest/x.ts', '../sse/result-processor.ts'],
  ['the-product-runs-without-its-tools', 'services/gateway/src/z.ts', '@waybill/stack'],
  ['platform-metrics-imports-only-below', 'services/platform/src/metrics/x.ts', '../database/pools.ts'],
  ['platform-http-imports-only-below', 'services/platform/src/http/x.ts', '../metrics/serve-metrics.ts'],
  ['platform-database-imports-only-below', 'services/platform/src/database/x.ts', '../metrics/serve-metrics.ts'],
  ['platform-process-imports-only-below', 'services/platform/src/process/x.ts', '../database/pools.ts'],
  ['platform-log-imports-only-below', 'services/platform/src/log/x.ts', '../index.ts'],
  ['simulator-worker-imports-only-below', 'tools/temporal-simulator/src/worker/x.ts', '../index.ts'],
  ['simulator-server-imports-only-below', 'tools/temporal-simulator/src/server/x.ts', '../worker/replay.ts'],
  ['simulator-activities-imports-only-below', 'tools/temporal-simulator/src/activities/x.ts', '../server/engine.ts'],
  ['simulator-core-imports-only-below', 'tools/temporal-simulator/src/core/x.ts', '../activities/attempt.ts'],
  ['simulator-machines-imports-only-below', 'tools/temporal-simulator/src/machines/x.ts', '../core/core.ts'],
  ['simulator-history-imports-only-below', 'tools/temporal-simulator/src/history/x.ts', '../machines/machine.ts'],
  ['simulator-sdk-imports-only-below', 'tools/temporal-simulator/src/sdk/x.ts', '../history/history.ts'],
  ['simulator-time-imports-only-below', 'tools/temporal-simulator/src/time/x.ts', '../world.ts'],
  ['torture-findings-imports-only-below', 'tools/torture/src/findings/x.ts', '../campaign.ts'],
  ['torture-runs-imports-only-below', 'tools/torture/src/runs/x.ts', '../findings/audit.ts'],
  ['torture-orders-imports-only-below', 'tools/torture/src/orders/x.ts', '../runs/starter.ts'],
  ['torture-faults-imports-only-below', 'tools/torture/src/faults/x.ts', '../orders/wish.ts'],
  ['nobody-reaches-into-the-worker', 'clients/orders/src/y.ts', '../../../worker/src/index.ts'],
  ['workflows-are-pure', 'worker/src/workflows/x.ts', 'node:fs'],
  ['workflows-see-activities-as-types', 'worker/src/workflows/y.ts', '../activities/index.ts'],
  ['workflows-carry-only-the-domain', 'worker/src/workflows/z.ts', '@waybill/contracts'],
  ['order-activities-imports-only-below', 'worker/src/workflows/order/activities/x.ts', '../state/order-record.ts'],
  ['order-state-imports-only-below', 'worker/src/workflows/order/state/x.ts', '../activities/proxies.ts'],
  ['order-book-imports-only-below', 'worker/src/workflows/order/book/x.ts', '../saga/saga.ts'],
  ['order-shipping-imports-only-below', 'worker/src/workflows/order/shipping/x.ts', '../book/order-book.ts'],
  ['order-saga-imports-only-below', 'worker/src/workflows/order/saga/x.ts', '../commands/approval.ts'],
  ['order-providers-imports-only-below', 'worker/src/workflows/order/providers/x.ts', '../commands/approval.ts'],
  ['order-commands-imports-only-below', 'worker/src/workflows/order/commands/x.ts', '../handlers.ts'],
  ['workflows-see-activities-as-types', 'worker/src/workflows/runs/y.ts', '../../activities/index.ts'],
  ['maintenance-knows-no-other-workflow', 'worker/src/workflows/maintenance/x.ts', '../order/book/close-order.ts'],
  ['orders-know-no-runs', 'worker/src/workflows/order/recovery/x.ts', '../../runs/book/close-run.ts'],
  ['runs-know-no-orders', 'worker/src/workflows/runs/x.ts', '../order/saga/saga.ts'],
  ['what-is-shared-knows-nobody', 'worker/src/workflows/shared/x.ts', '../runs/book/close-run.ts'],
  ['shared-activities-imports-only-below', 'worker/src/workflows/shared/activities/x.ts', '../state/journal.ts'],
  ['shared-state-imports-only-below', 'worker/src/workflows/shared/state/x.ts', '../activities/failure.ts'],
  ['shared-book-imports-only-below', 'worker/src/workflows/shared/book/x.ts', '../state/journal.ts'],
  ['shared-saga-imports-only-below', 'worker/src/workflows/shared/saga/x.ts', '../book/settle.ts'],
  ['shared-commands-imports-only-below', 'worker/src/workflows/shared/commands/x.ts', '../saga/hold.ts'],
  ['order-saga-imports-only-below', 'worker/src/workflows/order/saga/y.ts', '../../shared/book/settle.ts'],
  ['runs-activities-imports-only-below', 'worker/src/workflows/runs/activities/x.ts', '../state/run-record.ts'],
  ['runs-state-imports-only-below', 'worker/src/workflows/runs/state/x.ts', '../activities/proxies.ts'],
  ['runs-saga-imports-only-below', 'worker/src/workflows/runs/saga/x.ts', '../book/run-book.ts'],
  ['runs-book-imports-only-below', 'worker/src/workflows/runs/book/x.ts', '../saga/saga.ts'],
  ['runs-commands-imports-only-below', 'worker/src/workflows/runs/commands/x.ts', '../run-workflow.ts'],
  ['runs-providers-imports-only-below', 'worker/src/workflows/runs/providers/x.ts', '../book/close-run.ts'],
  ['runs-standing-imports-only-below', 'worker/src/workflows/runs/standing/x.ts', '../providers/money.ts'],
  ['contexts-do-not-meet', 'services/chaos/src/payment/x.ts', '../inventory/index.ts'],
  ['a-domain-knows-nobody', 'services/chaos/src/payment/domain/x.ts', 'hono'],
  ['an-application-knows-its-domain-only', 'services/chaos/src/payment/application/x.ts', 'hono'],
  [
    'presentation-and-infrastructure-are-strangers',
    'services/chaos/src/payment/presentation/x.ts',
    '../infrastructure/tables.ts',
  ],
  ['only-infrastructure-knows-the-database', 'services/order-book/src/y.ts', 'drizzle-orm'],
  ['imports-are-declared', 'clients/http/src/x.ts', 'hono'],
  ['imports-exist', 'clients/http/src/y.ts', './nowhere.ts'],
  ['imports-do-not-go-in-circles', 'clients/http/src/z.ts', './z.ts'],
] as const;

describe('the fences', () => {
  let copy: Awaited<ReturnType<typeof aCopyWith>>;
  let broken: Broken[];

  beforeAll(async () => {
    copy = await aCopyWith(Object.fromEntries(trespassers.map(([, file, from]) => [file, `import '${from}';\n`])));
    broken = await copy.brokenImports();
  }, 120_000);
  afterAll(() => copy.remove());

  test.each(trespassers)('%s', (rule, file) => {
    expect(broken).toContainEqual({ rule, file });
  });

  test('nothing else in the tree breaks a rule', () => {
    const planted: readonly string[] = trespassers.map(([, file]) => file);

    const others = broken.filter(({ file }) => !planted.includes(file));

    expect(others).toEqual([]);
  });

  test('no package imports one that its place in the tree forbids', async () => {
    const report = await copy.brokenBoundaries();

    expect(report).toContain('clients/orders/src/x.ts');
    expect(report).toContain('cannot import package `@waybill/platform`');
  }, 60_000);
});
