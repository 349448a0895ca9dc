import { Forbidden, Refused, Unauthenticated, Unavailable } from '@waybill/client';
import { filterProblem } from '../order/filter-labels.ts';

/** Explains an error by its kind, and says what a person can do. */
export function problemWords(error: unknown): { title: string; text: string } {
  if (error instanceof Unauthenticated) return sessionWords(error);
  if (error instanceof Forbidden)
    return { title: 'No access', text: 'Your role may not see this. Ask somebody with more rights.' };
  if (error instanceof Unavailable) return { title: 'No response', text: `${error.message}. Nothing was lost.` };
  if (error instanceof Refused && error.code.endsWith('_NOT_FOUND'))
    return { title: 'Not found', text: 'It does not exist, or it belongs to another customer.' };
  const text = error instanceof Error ? error.message : String(error);
  const ofFilter = error instanceof Refused ? filterProblem(text) : undefined;
  return ofFilter ? { title: 'A filter cannot be used', text: ofFilter } : { title: 'Something went wrong', text };
}

/** A token without a role is refused however often its owner signs in, so the reason is shown. */
const sessionWords = ({ message }: Unauthenticated) =>
  message.includes('needs the claims')
    ? { title: 'Your account has no role here', text: `${message}. Ask whoever manages the accounts.` }
    : { title: 'Your session has ended', text: 'Sign in again to continue where you were.' };
