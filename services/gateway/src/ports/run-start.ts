import { runAsStarted } from '@waybill/contracts/domain';
import { overridesOfRun } from '@waybill/contracts/settings';
import { InvalidInput, type NewRun, RunConflict, type RunSnapshot } from '@waybill/graphql';
import { type RunToStart, StartConflict } from '@waybill/orders-client';
import { actorOf, type Caller, isStaff } from './caller.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import type { Find } from './lookup.ts';
import type { RunPortDependencies } from './run-dependencies.ts';

/** Starts a run and returns its first state, or its current state if it was started before. */
export const createRunStart = (
  { runs, book, snapshots, now, overrides, runOverrides }: RunPortDependencies,
  caller: Caller,
  find: Find<RunSnapshot>,
) => {
  const { correlationId } = caller;
  const inBook = async (id: string) => {
    const holder = await book.identity(id, { correlationId }).catch(() => undefined); // its workflow validates what the book cannot
    return holder && { id: holder.runId, fingerprint: holder.fingerprint };
  };

  return async (request: NewRun): Promise<RunSnapshot> => {
    const { idempotencyKey: _, ...content } = request;
    const startedAt = now().toISOString();
    if (content.kind === 'STANDING_ORDER' && content.firstAt !== null && content.firstAt < startedAt) {
      const before = content.runId === null ? undefined : await find(content.runId);
      if (!before) throw new InvalidInput([{ path: ['firstAt'], message: 'must not be in the past' }]);
    }
    const run = {
      ...content,
      ...overridesOfRun(runOverrides, content.kind),
      ...(content.kind === 'STANDING_ORDER'
        ? { firstAt: content.firstAt ?? startedAt, orderOverrides: overrides }
        : {}),
      startedBy: actorOf(caller),
      startedByStaff: isStaff(caller),
      startedAt,
      correlationId,
    } as RunToStart;
    const under = { idempotencyKey: idempotencyKeyOf(request, caller), caller: actorOf(caller), inBook };
    const { id, started } = await runs.start(run, under).catch(asConflictError);
    if (started) return snapshots.fromWorkflow(runAsStarted(started));
    const before = await find(id);
    if (!before) throw new Error(`Run ${id} was started before, but neither the engine nor the order book has it`);
    return before;
  };
};

function asConflictError(error: unknown): never {
  if (error instanceof StartConflict) throw new RunConflict(error.id, error.message, error.keyReused);
  throw error;
}
