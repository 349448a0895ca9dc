import { setTimeout as pause } from 'node:timers/promises';
import type { Recorded } from '@waybill/contracts';
import { type Attention, isForPerson } from '@waybill/contracts/domain';
import { Refused } from '@waybill/http-client';

/** What the audit reports to the book about an open order or run. */
type Told = 'STUCK' | 'RETRYING' | null;

/** The revision of an order or a run in the book, and the attention that it needs according to the book. */
export type Position = Recorded & { id: string; attention: Attention | null; isOpen: boolean };

/** What the engine has of it. */
export type InEngine = { attention: Told; hasEnded: boolean; journal: readonly unknown[] };

export type Finding = {
  mended?: true;
  lost?: true;
  recovered?: true;
  unanswered?: true;
  stuck?: true;
  refused?: string;
};

/** What is to be known of orders or of runs to compare them. */
export type Compared<Answer extends InEngine> = {
  read(id: string, afterSeq: number): Promise<Answer | 'unanswered' | 'failing' | undefined>;
  stateOf(answer: Answer): { revision: number; closedAt: string | null };
  record(id: string, answer: Answer): Promise<unknown>;
  setAttention(id: string, attention: Attention | null): Promise<unknown>;
  /** What is done about one whose workflow has ended, and that has not. */
  lost(position: Position): Promise<Finding>;
};

/** Brings the book up to date with the engine, where it lags, and has it say whether a person should look. */
export async function compare<Answer extends InEngine>(
  kind: Compared<Answer>,
  position: Position,
  withinMs: number,
): Promise<Finding> {
  const { id, seq } = position;
  const answered = new AbortController();
  const tooLate = pause(withinMs, undefined, { signal: answered.signal }).catch(() => undefined);
  const patience = tooLate.then(() => 'unanswered' as const);
  const answer = await Promise.race([kind.read(id, seq), patience]).finally(() => answered.abort());
  if (answer === 'unanswered') return { unanswered: true };
  if (answer === 'failing') return { unanswered: true, ...(await attended(kind, position, 'STUCK')) };
  const finding = answer ? await mended(kind, position, answer) : {};
  if (position.isOpen && isLost(kind, position, answer, finding)) return { ...finding, ...(await kind.lost(position)) };
  if (!answer || finding.refused) return finding;
  return { ...finding, ...(await attended(kind, position, answer.attention)) };
}

/** Has the book say that a person should look, or that none must: what is retried need not be stuck any more. */
export async function attended(
  { setAttention }: Pick<Compared<InEngine>, 'setAttention'>,
  { id, attention }: Position,
  told: Told,
): Promise<Finding> {
  const said = told === 'RETRYING' && isForPerson(attention) ? null : told;
  if (said !== null || attention !== null) await setAttention(id, said);
  return told === 'STUCK' ? { stuck: true } : {};
}

/**
 * Its workflow has ended, and what that says is no end, or none that the book will have: a run that was reset may have ended
 * with less than the book knew before.
 */
function isLost<Answer extends InEngine>(
  { stateOf }: Compared<Answer>,
  { revision }: Position,
  answer: Answer | undefined,
  { refused }: Finding,
): boolean {
  if (!answer) return true;
  const { closedAt, revision: newest } = stateOf(answer);
  return answer.hasEnded && (closedAt === null || refused !== undefined || newest <= revision);
}

/** Brings the book as far as the engine is, if the book will have it: it may know another one under this id. */
async function mended<Answer extends InEngine>(
  { stateOf, record }: Compared<Answer>,
  { id, revision }: Position,
  answer: Answer,
): Promise<Finding> {
  if (stateOf(answer).revision <= revision && answer.journal.length === 0) return {};
  try {
    await record(id, answer);
    return { mended: true };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refused: error.code };
  }
}
