import { describe, expect, test } from 'vitest';
import type { HistoryEvent } from '../src/engine/engine.ts';
import { EarlyQuery } from '../src/following/early-query.ts';

const scheduled = (eventId: number) =>
  ({ eventId, workflowTaskScheduledEventAttributes: {} }) as unknown as HistoryEvent;
const signaled = { workflowExecutionSignaledEventAttributes: {} } as HistoryEvent;
const localActivity = { markerRecordedEventAttributes: { markerName: 'core_local_activity' } } as HistoryEvent;
const ofTask = (attributes: string, scheduledEventId: number) =>
  ({ [attributes]: { scheduledEventId } }) as unknown as HistoryEvent;
const completed = (task: number) => ofTask('workflowTaskCompletedEventAttributes', task);
const failed = (task: number) => ofTask('workflowTaskFailedEventAttributes', task);

/** A query whose questions are answered one by one. */
function aQuery() {
  const sent: PromiseWithResolve[] = [];
  const query = new EarlyQuery(() => {
    const question = deferred();
    sent.push(question);
    return question.promise;
  });
  return { query, sent };
}

type PromiseWithResolve = ReturnType<typeof deferred>;

function deferred() {
  let answer: (value: string) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const promise = new Promise<string>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  return { promise, answer, fail };
}

const never = new Promise<void>(() => undefined);

describe('an early query', () => {
  test('is sent when a workflow task is pending, and only then', () => {
    const { query, sent } = aQuery();

    query.sendAfter([signaled]);
    query.sendAfter([scheduled(5), completed(5)]);
    query.sendAfter([scheduled(8), failed(8)]);
    const before = sent.length;
    query.sendAfter([signaled, scheduled(11)]);

    expect([before, sent.length]).toEqual([0, 1]);
  });

  test('is answered before the events of its task, which need no other query then', async () => {
    const { query, sent } = aQuery();
    query.sendAfter([signaled, scheduled(5)]);

    sent[0]?.answer('after task 5');
    const answer = await query.answerBefore(never);

    expect(answer).toBe('after task 5');
    expect(query.covers([completed(5)])).toBe(true);
    expect(query.covers([completed(5), completed(9)])).toBe(false);
  });

  test('is waited for when its task completes first', async () => {
    const { query, sent } = aQuery();
    query.sendAfter([scheduled(5)]);

    const tooEarly = await query.answerBefore(Promise.resolve());
    const unrelated = await query.answerTo([signaled]);
    const answer = query.answerTo([completed(5)]);
    sent[0]?.answer('after task 5');

    expect([tooEarly, unrelated]).toEqual([undefined, undefined]);
    expect(await answer).toBe('after task 5');
  });

  test('that fails is no answer: the task needs another query', async () => {
    const { query, sent } = aQuery();
    query.sendAfter([scheduled(5)]);

    sent[0]?.fail(new Error('no worker has answered'));
    const answer = await query.answerBefore(never);

    expect(answer).toBeUndefined();
    expect(query.covers([completed(5)])).toBe(false);
  });

  test('does not cover a task with local activities, which may have come after it', async () => {
    const { query, sent } = aQuery();
    query.sendAfter([scheduled(5)]);
    sent[0]?.answer('within task 5');
    await query.answerBefore(never);

    expect(query.covers([completed(5), localActivity])).toBe(false);
  });

  test('is sent once for a task, and not for one that another query has waited for', async () => {
    const { query, sent } = aQuery();
    query.sendAfter([scheduled(5)]);
    query.sendAfter([signaled, scheduled(5)]);
    sent[0]?.answer('after task 5');
    await query.answerBefore(never);

    query.noteAnswered([completed(5), scheduled(8)]);
    query.sendAfter([completed(5), scheduled(8)]);

    expect(sent).toHaveLength(1);
    expect(query.covers([completed(8)])).toBe(true);
  });

  test('does not make a failing poll a fault of its own', async () => {
    const { query } = aQuery();
    query.sendAfter([scheduled(5)]);

    await expect(query.answerBefore(Promise.reject(new Error('the poll failed')))).resolves.toBeUndefined();
  });
});
