import type { Waybill } from '@waybill/client';
import { patiently } from '../system.ts';
import { isKnown, type Placement, place, settled } from './shop.ts';

/** What became of placements: kept by the backup, lost and placed again, lost and never asked for again. */
export type Fates = Record<'kept' | 'again' | 'forgotten', Placement[]>;

/** What the backup knows goes on; of each kind that it does not, half is placed again, and all of which the shop has no answer. */
export async function resumed(client: Waybill, taken: readonly Placement[]): Promise<Fates> {
  const sorted: Fates = { kept: [], again: [], forgotten: [] };
  for (const placement of taken) {
    const count = (those: readonly Placement[]) => those.filter(({ kind }) => kind === placement.kind).length;
    const lost = count(sorted.forgotten) > count(sorted.again) ? sorted.again : sorted.forgotten;
    if (await patiently(() => isKnown(client, placement))) sorted.kept.push(placement);
    else (placement.answeredAt ? lost : sorted.again).push(placement);
  }
  for (const placement of sorted.again) await patiently(() => place(client, placement));
  await Promise.all([...sorted.kept, ...sorted.again].map((placement) => settled(client, placement)));
  return sorted;
}
