import type { AuditFindings } from '../../activities/book-audit.ts';

/** What an audit found: ids, or what differs. */
export type Found = Record<Exclude<keyof AuditFindings, 'unbalanced'>, readonly unknown[]> & {
  effects: Record<'orders' | 'runs', { different: readonly unknown[] }>;
};

/** The number of findings of each kind. */
export const findingsOf = ({ mended, lost, recovered, unanswered, stuck, refused, effects }: Found): AuditFindings => ({
  mended: mended.length,
  lost: lost.length,
  recovered: recovered.length,
  unanswered: unanswered.length,
  stuck: stuck.length,
  refused: refused.length,
  unbalanced: effects.orders.different.length + effects.runs.different.length,
});
