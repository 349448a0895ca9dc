import { setTimeout as pause } from 'node:timers/promises';
import type { Recorded } from '@waybill/contracts';
import { type Attention, isForPerson } from '@waybill/contracts/domain';
import { Refused } from '@waybill/http-client';

/** The most entries of one write. */
const entriesAtOnce = 1000;

/** What the audit reports to the book about an open order or run. */
type EngineAttention = 'STUCK' | 'RETRYING' | null;

/** The revision of an order or a run in the book, and the attention that it needs according to the book. */
export type Position = Recorded & { id: string; attention: Attention | null; isOpen: boolean };

/** Its state in the engine. */
export type InEngine = { attention: EngineAttention; hasEnded: boolean; journal: readonly unknown[] };

export type Finding = {
  mended?: true;
  lost?: true;
  recovered?: true;
  unanswered?: true;
  stuck?: true;
  refused?: string;
};

/** What the comparison needs for orders or for runs. */
export type Compared<Answer extends InEngine> = {
  read(id: string, afterSeq: number): Promise<Answer | 'unanswered' | 'failing' | undefined>;
  stateOf(answer: Answer): { revision: number; closedAt: string | null };
  record(id: string, answer: Answer): Promise<unknown>;
  setAttention(id: string, attention: Attention | null): Promise<unknown>;
  /** Called for one that is open although its workflow has ended. */
  lost(position: Position): Promise<Finding>;
};

/** Updates the book where it lags behind the engine, and sets its attention. */
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
  if (!answer) return finding;
  if (finding.refused)
    return { ...finding, ...(isUnclosed(kind, position, answer) && (await attended(kind, position, 'STUCK'))) };
  return { ...finding, ...(await attended(kind, position, answer.attention)) };
}

/** Sets or clears the attention in the book. */
export async function attended(
  { setAttention }: Pick<Compared<InEngine>, 'setAttention'>,
  { id, attention }: Position,
  inEngine: EngineAttention,
): Promise<Finding> {
  const said = inEngine === 'RETRYING' && isForPerson(attention) ? null : inEngine;
  if (said !== null || attention !== null) await setAttention(id, said);
  return inEngine === 'STUCK' ? { stuck: true } : {};
}

/**
 * Its workflow has ended without an end that the book accepts: a run that was reset may have ended with less than the
 * book knows.
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

/** Everything of it is done, and its workflow waits for the book to accept the last write. */
const isUnclosed = <Answer extends InEngine>(
  { stateOf }: Compared<Answer>,
  { isOpen }: Position,
  answer: Answer,
): boolean => isOpen && !answer.hasEnded && stateOf(answer).closedAt !== null;

/** Updates the book to the engine's state, if the book accepts it: it may have another one under this id. */
async function mended<Answer extends InEngine>(
  kind: Compared<Answer>,
  { id, revision }: Position,
  answer: Answer,
): Promise<Finding> {
  if (kind.stateOf(answer).revision <= revision && answer.journal.length === 0) return {};
  return recorded(kind, id, answer);
}

/** Writes a state and all of its entries to the book, which may have another one under this id. */
export async function recorded<Answer extends InEngine>(
  { record }: Pick<Compared<Answer>, 'record'>,
  id: string,
  answer: Answer,
): Promise<Finding> {
  try {
    for (let at = 0; at === 0 || at < answer.journal.length; at += entriesAtOnce)
      await record(id, { ...answer, journal: answer.journal.slice(at, at + entriesAtOnce) });
    return { mended: true };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refused: error.code };
  }
}
