import { keyHolder } from '@waybill/contracts/domain';
import type { Holder, Identity, WorkflowStart } from '../engine/workflow-start.ts';
import { fingerprintOf } from './fingerprint.ts';

/** The holder of an id in the order book, which keeps records longer than the engine; undefined if unknown. */
export type IdentityLookup = (id: string) => Promise<Identity | undefined>;

/** Keys are scoped by caller: the same key of two callers is two keys. */
export type StartUnder = { idempotencyKey: string | null; caller: string; inBook: IdentityLookup };

/** A start request; `id` is null if the client gave none. */
type ToStart<Started> = {
  id: string | null;
  /** The requested content, without additions of this system: the same id with other content is a conflict. */
  content: object;
  /** The input of the workflow, once its identity is known. */
  startedAs: (identity: Identity & { keyId?: string }) => Started;
  /**
   * Rejects if another exclusive resource is taken. Called before a start that the book does not know. Undefined if a
   * start would find the id taken.
   */
  reserve?: ((identity: Identity) => Promise<Reservation | undefined>) | undefined;
};

/** What gives an exclusive resource back. */
export type Reservation = {
  /** It may have reached the engine all the same. */
  startFailed: () => Promise<unknown>;
  /** By other content: this content is never started under it. */
  idTaken: () => Promise<unknown>;
};

/** One kind of workflow with a unique start: orders or runs. */
type Kind<Started> = {
  start: WorkflowStart;
  workflowIdOf: (id: string) => string;
  newId: () => string;
  idOfKey: (caller: string, idempotencyKey: string) => string;
  startOf: (started: Started) => { workflow: string } & Omit<Parameters<WorkflowStart>[2], 'identity'>;
  conflict: { ofKey: (id: string) => Error; ofId: (id: string) => Error };
};

/** `started` is null if the same was started before. */
export type Start<Started> = { id: string; started: Started | null };

const nobody: IdentityLookup = async () => undefined;

/**
 * Starts a workflow with one call to the engine; more calls are needed only for one that was started before, or for a
 * key together with an id. A repeated call changes nothing, whichever response was lost. Every id from outside is also
 * looked up in the order book.
 */
export const createIdempotentStart =
  <Started>({ start, workflowIdOf, newId, idOfKey, startOf, conflict }: Kind<Started>) =>
  async (request: ToStart<Started>, { idempotencyKey, caller, inBook }: StartUnder): Promise<Start<Started>> => {
    const fingerprint = fingerprintOf(request.content);
    const keyId = idempotencyKey === null ? null : idOfKey(caller, idempotencyKey);

    /** Keys have no registry: the id that is derived from a key is itself the registry. */
    const claim = async (key: string, id: string): Promise<void> => {
      const content = { args: [], identity: { id, fingerprint } };
      const holder = await start(keyHolder.workflow, workflowIdOf(key), content, inBook(key));
      if (holder.id !== id || holder.fingerprint !== fingerprint) throw conflict.ofKey(holder.id);
    };

    const startUnder = async (id: string, known: IdentityLookup): Promise<Start<Started>> => {
      const ofAnId = keyId !== null && keyId !== id;
      const started = request.startedAs({ id, fingerprint, ...(ofAnId ? { keyId } : {}) });
      const { workflow, ...content } = startOf(started);
      const inBook = known(id);
      const identity = { id, fingerprint };
      const reserved = request.reserve && !(await inBook) ? await request.reserve(identity) : undefined;
      const holder: Holder = await start(workflow, workflowIdOf(id), { ...content, identity }, inBook).catch(
        (error: unknown) => rethrowAfter(reserved?.startFailed, error),
      );
      if (holder.fingerprint !== fingerprint)
        return rethrowAfter(reserved?.idTaken, request.id === null ? conflict.ofKey(holder.id) : conflict.ofId(id));
      if (holder.justStarted) return { id, started };
      // A key that was first used with an explicit id may have been interrupted at that point.
      return holder.id === id ? { id, started: null } : startUnder(holder.id, known);
    };

    const chosenId = request.id ?? keyId;
    if (chosenId === null) return startUnder(newId(), nobody);
    if (keyId !== null && keyId !== chosenId) await claim(keyId, chosenId);
    return startUnder(chosenId, inBook);
  };

/** What cannot be given back now is given back by its age. */
async function rethrowAfter(giveBack: (() => Promise<unknown>) | undefined, error: unknown): Promise<never> {
  await giveBack?.().catch(() => undefined);
  throw error;
}
