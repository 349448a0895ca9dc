import { type OrderState, orderStatuses } from '@waybill/contracts/domain';
import { inTime } from '@waybill/platform';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { ObserveOrder } from '../application/record.ts';
import type { Books } from '../domain/books.ts';

/** Buckets up to a week, because orders wait for people. */
const orderBuckets = [0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3_600, 21_600, 86_400, 604_800];
const stepBuckets = [0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3_600];

/** Metrics of orders: counts without ids. An order is counted when it enters the book, and when it is closed there. */
export function createOrderMetrics(registry: Registry): ObserveOrder {
  const registers = [registry];
  const placed = new Counter({
    name: 'waybill_orders_placed_total',
    help: 'Orders that have entered the order book',
    labelNames: ['plan'],
    registers,
  });
  const observeClosed = createClosedOrderMetrics(registry);

  return (order, before) => {
    if (!before) placed.inc({ plan: order.plan });
    if (order.closedAt && !before?.closedAt) observeClosed(order, order.closedAt);
  };
}

function createClosedOrderMetrics(registry: Registry) {
  const registers = [registry];
  const duration = new Histogram({
    name: 'waybill_order_duration_seconds',
    help: 'Time from placing an order until it was closed',
    labelNames: ['status'],
    buckets: orderBuckets,
    registers,
  });
  const failures = new Counter({
    name: 'waybill_order_failures_total',
    help: 'Closed orders that were not shipped, by the reason',
    labelNames: ['code'],
    registers,
  });
  const observeSteps = createStepMetrics(registry);

  return (order: OrderState, closedAt: string): void => {
    duration.observe({ status: order.status }, secondsBetween(order.createdAt, closedAt));
    if (order.failure) failures.inc({ code: order.failure.code });
    observeSteps(order);
  };
}

function createStepMetrics(registry: Registry) {
  const registers = [registry];
  const steps = new Histogram({
    name: 'waybill_order_step_duration_seconds',
    help: 'Time that the steps of closed orders took, with their retries',
    labelNames: ['step', 'status'],
    buckets: stepBuckets,
    registers,
  });
  const retries = new Counter({
    name: 'waybill_order_step_retries_total',
    help: 'Attempts of steps after their first',
    labelNames: ['step'],
    registers,
  });
  const compensations = new Counter({
    name: 'waybill_order_compensations_total',
    help: 'Compensations of closed orders, by how they ended',
    labelNames: ['compensation', 'status'],
    registers,
  });
  return (order: Pick<OrderState, 'steps' | 'compensations'>): void => {
    for (const { name: step, status, startedAt, finishedAt, attempt } of order.steps) {
      if (startedAt && finishedAt) steps.observe({ step, status }, secondsBetween(startedAt, finishedAt));
      if (attempt > 1) retries.inc({ step }, attempt - 1);
    }
    for (const { name: compensation, status } of order.compensations) compensations.inc({ compensation, status });
  };
}

const secondsBetween = (from: string, to: string) => Math.max(0, (Date.parse(to) - Date.parse(from)) / 1_000);

/** Reports how many orders there are, and how many are stuck. Every replica of the book reports the same. */
export function reportOrders({ counts }: Pick<Books, 'counts'>, registry: Registry): void {
  const registers = [registry];
  const countsInTime = inTime(() => counts(undefined));
  const stuck = new Gauge({
    name: 'waybill_orders_stuck',
    help: 'Orders that cannot go on without a person, approvals aside',
    registers,
  });
  new Gauge({
    name: 'waybill_orders',
    help: 'Orders in the order book, by status',
    labelNames: ['status'],
    registers,
    async collect() {
      const latest = await countsInTime();
      for (const status of orderStatuses) {
        const count = latest?.byStatus.find((each) => each.status === status)?.count;
        if (count === undefined) this.remove({ status });
        else this.set({ status }, count);
      }
      if (latest) stuck.set(latest.stuck);
    },
  });
}
