import type { Recorded } from '@waybill/contracts';
import type { OrderRecords, PlaceOf, RunRecords } from '../domain/books.ts';
import { traceSteps } from './step-spans.ts';

type Write<Records extends OrderRecords | RunRecords> = {
  state: Records['state'];
  entries: readonly Records['entry'][];
  identity: { fingerprint: string; keyId?: string | undefined };
  /** Whether the state replaces the recorded one. */
  isNewer: boolean;
  firm: boolean;
  /** The last entry, where the write closes the order or run. */
  last: number | undefined;
};

/** Records the new parts of a write, and publishes the change. Returns the recorded revision and journal position. */
export async function keep<Records extends OrderRecords | RunRecords>(
  place: PlaceOf<Records>,
  { state, entries, identity, isNewer, firm, last }: Write<Records>,
): Promise<Recorded> {
  const { standing } = place;
  const seq = await (firm ? place.addFirmEntries(entries, last) : place.addEntries(entries));
  const isOtherwise = seq !== (standing?.seq ?? 0);
  if (isNewer) await place.keepState(state, identity, seq);
  else if (isOtherwise) await place.keepSeq(seq);
  if (isNewer || isOtherwise) await place.announce();
  traceSteps(
    state.steps,
    entries.filter((entry) => entry.seq > (standing?.seq ?? 0)),
  );
  return { revision: isNewer || !standing ? state.revision : standing.revision, seq };
}
