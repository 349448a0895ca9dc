import { verdictsKept } from '@waybill/contracts/domain';
import { VerdictPending } from '@waybill/graphql';
import { NotAnswering, NotRunning } from '@waybill/orders-client';
import type { Entry, Snapshot, Source } from '../live/source.ts';
import type { Watches } from '../live/watch/watches.ts';

type Decided<V> = Snapshot & { verdicts: readonly V[]; commands: { taken: number } };

type VerdictOptions<S extends Snapshot, E extends Entry, V> = {
  source: Pick<Source<S, E>, 'idOf' | 'noun'>;
  watches: Pick<Watches<S, E>, 'until'>;
  verdictTimeoutMs: number;
  /** Rejects with `NotRunning`. */
  inWorkflow: (id: string, commandId: string) => Promise<V | null>;
  inBook: (id: string) => Promise<readonly V[] | undefined>;
};

/** The verdicts on the commands of orders or of runs. */
export function createVerdicts<S extends Decided<V>, E extends Entry, V extends { commandId: string }>({
  source,
  watches,
  verdictTimeoutMs,
  inWorkflow,
  inBook,
}: VerdictOptions<S, E, V>) {
  const inList = (commandId: string, verdicts: readonly V[]) =>
    verdicts.find((verdict) => verdict.commandId === commandId);

  /**
   * A state has only the newest verdicts; its workflow has the others, and the order book once it is closed. While no worker
   * answers, an old one is unknown: the command may be sent again, because a workflow decides each once.
   */
  const find = async (commandId: string, snapshot: S): Promise<V | undefined> => {
    const verdict = inList(commandId, snapshot.verdicts);
    if (verdict || snapshot.commands.taken <= verdictsKept) return verdict;
    const id = source.idOf(snapshot);
    try {
      if (!snapshot.closedAt && snapshot.attention !== 'LOST') return (await inWorkflow(id, commandId)) ?? undefined;
    } catch (error) {
      if (error instanceof NotAnswering) return undefined;
      if (!(error instanceof NotRunning)) throw error;
    }
    return inList(commandId, (await inBook(id)) ?? []);
  };

  /** Waits for the verdict, or for a state in which there will be none. Rejects with `VerdictPending` when it takes longer. */
  const wait = async (commandId: string, id: string): Promise<{ latest: S; verdict: V | undefined }> => {
    const isDecided = ({ verdicts, attention }: S) => inList(commandId, verdicts) !== undefined || attention === 'LOST';
    const latest = await watches.until(id, isDecided, AbortSignal.timeout(verdictTimeoutMs));
    if (!latest) throw new VerdictPending(commandId, source.noun);
    return { latest, verdict: await find(commandId, latest) };
  };

  return { find, wait };
}
