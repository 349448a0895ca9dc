import { type Attention, isForPerson } from '@waybill/contracts/domain';

type Standing = { closedAt: Date | null; attention: Attention | null };

/**
 * The attention that is needed after this report. A late report is no error: what is closed is neither retried, stuck nor lost
 * any more, and only what is closed can be compared with its end. That one step is retried does not end why a person should look.
 */
export function attentionOf({ closedAt, attention }: Standing, said: Attention | null): Attention | null {
  if (said === 'RETRYING' && isForPerson(attention)) return attention;
  const isSayable = said === null || (said === 'UNBALANCED') === (closedAt !== null);
  return isSayable ? said : attention;
}
