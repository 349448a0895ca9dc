import type { RecordRequest, RecordRunRequest } from '@waybill/contracts';
import type { Executions } from '../../worker/src/book-audit/reconcile.ts';

/** An engine that has these orders, and answers as the order's workflow does. */
export function anEngine({
  open,
  stuck = [],
  retried = [],
  mute = [],
  failing = [],
  ended = [],
  recovering = [],
  unheard = [],
  runs = {},
}: Partial<Known> & Pick<Known, 'open'>): Executions & { recoveries: string[] } {
  const known = new Map([...ended, ...open].map((order) => [order.order.orderId, order]));
  const isOpen = new Set(open.map(({ order }) => order.orderId));
  const recoveries: string[] = [];
  const recovery = createRecovery(recovering, recoveries);
  return {
    recoveries,
    runs: runsOf(runs, recovery),
    ended: async () => ({ ids: ended.map(({ order }) => order.orderId), next: '' }),
    page: async () => ({ orderIds: [...isOpen, ...mute, ...failing, ...unheard], ended: unheard, next: '' }),
    ...recovery,
    async read(orderId, afterSeq) {
      if (mute.includes(orderId)) return 'unanswered';
      if (failing.includes(orderId)) return 'failing';
      const { order, entries, fingerprint } = known.get(orderId) ?? {};
      if (!order || !entries || !fingerprint) return undefined;
      const journal = entries.filter(({ seq }) => seq > afterSeq);
      const attention = attentionIn({ stuck, retried }, orderId);
      return { order, journal, fingerprint, attention, hasEnded: !isOpen.has(orderId) };
    },
  };
}

const runsOf = (runs: Known['runs'], recovery: ReturnType<typeof createRecovery>): Executions['runs'] => ({
  isRunning: async () => false,
  page: async () => ({ ids: Object.keys(runs), next: '' }),
  ...recovery,
  async read(runId, afterSeq) {
    const known = runs[runId];
    if (!known || known === 'unanswered') return known;
    const { run, entries, fingerprint, hasEnded } = known;
    return { run, journal: entries.filter(({ seq }) => seq > afterSeq), fingerprint, hasEnded, attention: null };
  },
});

const createRecovery = (recovering: readonly string[], recoveries: string[]) => ({
  recovering: async (id: string) => recovering.includes(id),
  recover: async (id: string) => void recoveries.push(id),
});

const attentionIn = ({ stuck, retried }: Pick<Known, 'stuck' | 'retried'>, orderId: string) =>
  stuck.includes(orderId) ? 'STUCK' : retried.includes(orderId) ? 'RETRYING' : null;

type Known = {
  open: RecordRequest[];
  /** The open ones that need an operator. */
  stuck: string[];
  /** The open ones whose step is being retried. */
  retried: string[];
  /** No worker is there for these. */
  mute: string[];
  /** A bug is in the way of these. */
  failing: string[];
  ended: RecordRequest[];
  /** The ended ones whose recovery is running. */
  recovering: string[];
  /** Of the ended ones, those that the engine lists. */
  unheard: string[];
  runs: Record<string, (RecordRunRequest & { hasEnded: boolean }) | 'unanswered'>;
};
