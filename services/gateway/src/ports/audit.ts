import type { Audit as Provided, Unbalanced } from '@waybill/contracts';
import { runIdShape } from '@waybill/contracts/domain';
import type { Audit, AuditPort, SettledCompensation } from '@waybill/graphql';
import { Unavailable } from '@waybill/providers-client';
import type { Book } from '../live/order-book.ts';
import { createRepair, type RepairParts } from './repair.ts';

type Parts = RepairParts & {
  book: Pick<Book, 'fullJournal' | 'unbalanced'>;
  now: () => Date;
};

const freshForMs = 10_000;
/** The audit reads all effects. */
const deadlineMs = 30_000;

/**
 * The audit of the providers' books, and of their agreement with the order book: one at a time, and at most one in 10 s
 * for all callers.
 */
export function createAuditPort({ providers, book, now, ...parts }: Parts): (correlationId: string) => AuditPort {
  let latest: { startedAt: number; audit: Promise<Audit | null> } | undefined;
  let running = false;

  const compute = async (startedAt: Date, correlationId: string): Promise<Audit | null> => {
    running = true;
    try {
      const call = { correlationId, deadlineMs };
      const [provided, unbalanced] = await Promise.all([providers.audit.whole({}, call), book.unbalanced(call)]);
      return auditFrom(provided, unbalanced, startedAt.toISOString());
    } catch (error) {
      if (error instanceof Unavailable) return null;
      throw error;
    } finally {
      running = false;
    }
  };

  const repair = createRepair({ providers, book, ...parts });

  return (correlationId) => ({
    repair: (request) => repair(request, { correlationId, deadlineMs }),
    latest() {
      const startedAt = now();
      const isFresh = latest && (running || startedAt.getTime() - latest.startedAt < freshForMs);
      if (!latest || !isFresh) {
        latest = { startedAt: startedAt.getTime(), audit: compute(startedAt, correlationId) };
      }
      return latest.audit;
    },
    async settled(first) {
      const { entries } = await book.fullJournal({ type: ['COMPENSATION_SETTLED'], first }, { correlationId });
      return entries.flatMap(settledFrom);
    },
  });
}

type Entry = Awaited<ReturnType<Book['fullJournal']>>['entries'][number];

function settledFrom({ orderId, entry: { step, actor, detail, at } }: Entry): SettledCompensation[] {
  if (step === null) return [];
  return [{ orderId, undoes: step, settledBy: actor ?? 'unknown', note: noteIn(detail), at }];
}

const noteIn = (detail: unknown): string =>
  typeof detail === 'object' && detail !== null && 'note' in detail ? String(detail.note) : '';

function auditFrom(
  { balanced, violationCount, violations, money, stock }: Provided,
  unbalanced: Unbalanced,
  asOf: string,
): Audit {
  const sums = (of: 'capturedMinor' | 'refundedMinor' | 'openHoldsMinor') =>
    money.map(({ currencyCode, ...amounts }) => ({ amountMinor: amounts[of], currencyCode }));
  return {
    asOf,
    balanced: balanced && unbalanced.count === 0,
    problemCount: violationCount + unbalanced.count,
    problems: [...unbalanced.ids.map(unbalancedProblem), ...violations.map(problemFrom)],
    captured: sums('capturedMinor'),
    refunded: sums('refundedMinor'),
    openHolds: sums('openHoldsMinor'),
    stock: stock.map(({ supplied, ...line }) => ({ ...line, initial: supplied })),
  };
}

const problemFrom = ({ code, rule, subject, subjectKind }: Provided['violations'][number]) => ({
  code,
  message: `${subjectKind === 'ORDER' ? 'Order' : 'Product'} ${subject} breaks a rule: ${rule}`,
  orderId: subjectKind === 'ORDER' ? subject : null,
});

/** The result of comparing closed orders and payments with the providers' effects. */
const unbalancedProblem = (id: string) => ({
  code: 'UNBALANCED',
  message: `${runIdShape.test(id) ? 'Run' : 'Order'} ${id} is closed, and the effects at the providers do not match its final state`,
  orderId: id,
});
