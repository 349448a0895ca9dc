import type { Audit, Context } from '../src/index.ts';
import { usd } from './an-order.ts';
import type { Reach } from './port-calls.ts';

const anAudit: Audit = {
  asOf: '2026-01-02T03:05:05.000Z',
  balanced: false,
  problemCount: 2,
  problems: [
    { code: 'CHARGED_TWICE', message: 'Order ORD-1 breaks a rule: An order is charged once', orderId: 'ORD-1' },
    { code: 'STOCK_DIFFERS', message: 'Product MUG breaks a rule: What is taken is gone', orderId: null },
  ],
  captured: [usd(1250)],
  refunded: [usd(50)],
  openHolds: [],
  stock: [{ sku: 'MUG', initial: 9, available: 7, reserved: 1, shipped: 1 }],
};

const aSettlement = {
  orderId: 'ORD-1',
  undoes: 'CAPTURE_PAYMENT' as const,
  settledBy: 'otto',
  note: 'Refunded in the console',
  at: '2026-01-02T03:05:05.000Z',
};

export const createTestAuditPort = (reach: Reach): Context['audit'] => ({
  latest: async () => anAudit,
  async repair({ after, actor }) {
    reach('repair', after, actor);
    return { effects: [], compared: 0, next: null };
  },
  settled: async (first) => {
    reach('settled', first);
    return [aSettlement];
  },
});
