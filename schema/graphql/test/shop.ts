import type { JournalEntry, RunEntry } from '@waybill/contracts/domain';
import type { Context, OrderSnapshot, RunSnapshot, Viewer } from '../src/index.ts';
import { anEntry, anOrder } from './an-order.ts';
import { createApiClient } from './api-client.ts';
import { createTestAuditPort } from './audit-port.ts';
import { createTestCataloguePort } from './catalogue-port.ts';
import { createTestChaosPort } from './chaos-port.ts';
import { createTestOrderPort } from './order-port.ts';
import { createPortCalls } from './port-calls.ts';
import { createTestRunPort } from './run-port.ts';

export * from './an-order.ts';
export { type Answer, codeOf } from './api-client.ts';
export { products } from './catalogue-port.ts';
export * from './viewers.ts';

const usual = { page: 100, items: 100 };

type ShopOptions = {
  orders?: OrderSnapshot[];
  runs?: RunSnapshot[];
  journal?: JournalEntry[];
  runJournal?: RunEntry[];
  totalCount?: number;
  /** What the ports say instead of doing as they are told. */
  refusal?: Error;
};

/** A shop whose ports do as they are told, and keep a journal of what reached them. */
export function aShop({
  orders = [anOrder()],
  runs = [],
  journal = [anEntry(1), anEntry(2)],
  runJournal,
  totalCount = 1,
  refusal,
}: ShopOptions = {}) {
  const { reached, reach } = createPortCalls(refusal);
  const { lookedUp, port } = createTestOrderPort({ orders, journal, totalCount }, reach);
  const ports: Omit<Context, 'viewer' | 'limits'> = {
    correlationId: 'c-1',
    expiresAt: '2026-01-02T04:04:05.000Z',
    orders: port,
    services: {
      health: async () => [{ name: 'gateway', ok: true, since: '2026-01-02T03:05:05.000Z', build: null, detail: null }],
    },
    audit: createTestAuditPort(reach),
    runs: createTestRunPort(runs, reach, runJournal),
    userContexts: {
      gather: async (userId, strategy) => {
        reach('gather', userId, strategy);
        return { location: null, weather: null, catFact: 'Cats purr', problems: [] };
      },
    },
    catalogue: createTestCataloguePort(reach),
    chaos: createTestChaosPort(reach),
  };
  const as = (viewer: Viewer | null, limits = usual) => createApiClient({ ...ports, viewer, limits });
  return { reached, lookedUp, as };
}
