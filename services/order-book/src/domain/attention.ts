import { type Attention, isForPerson } from '@waybill/contracts/domain';

type Standing = { closedAt: Date | null; attention: Attention | null };

/**
 * The attention after this report. A late report is not an error: a closed order or run is not retried, stuck or lost
 * any more, and only a closed one can be unbalanced. A retry does not replace an attention that asks for a person.
 */
export function attentionOf({ closedAt, attention }: Standing, said: Attention | null): Attention | null {
  if (said === 'RETRYING' && isForPerson(attention)) return attention;
  const isSayable = said === null || (said === 'UNBALANCED') === (closedAt !== null);
  return isSayable ? said : attention;
}
