import { proxyActivities } from '@temporalio/workflow';
import type { BookAuditActivities } from '../activities/book-audit.ts';

const { reconcileBooks } = proxyActivities<BookAuditActivities>({
  startToCloseTimeout: '10m',
  heartbeatTimeout: '30s',
  retry: { maximumAttempts: 3 },
});

/** Compares the order book with the engine, and mends what lags. What it found is the workflow's result. */
export const auditBooks = () => reconcileBooks();
