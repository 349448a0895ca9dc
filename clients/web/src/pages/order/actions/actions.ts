import type { ActionWords } from '../../../action/action-words.ts';
import { plain } from '../../../order/words.ts';

const actions: Readonly<Record<string, ActionWords<'reason' | 'step' | 'note' | 'item' | 'address'>>> = {
  APPROVE: { label: 'Approve', done: 'Approved', icon: 'check', look: 'primary' },
  REJECT: { label: 'Reject', done: 'Rejected', icon: 'cross', look: 'danger', asks: 'reason' },
  RETRY_NOW: { label: 'Try now', done: 'Retried', icon: 'retry', look: 'primary', pauses: true },
  GIVE_UP_STEP: { label: 'Give up step', done: 'Given up', icon: 'cross', look: 'danger', asks: 'step' },
  SETTLE_COMPENSATION: { label: 'Settle manually', done: 'Settled', icon: 'stamp', look: 'plain', asks: 'note' },
  ADD_ITEM: { label: 'Add item', done: 'Item added', icon: 'plus', look: 'plain', asks: 'item' },
  CHANGE_ADDRESS: { label: 'Change address', done: 'Address changed', icon: 'home', look: 'plain', asks: 'address' },
  CANCEL: { label: 'Cancel order', done: 'The cancellation is accepted', icon: 'undo', look: 'danger', asks: 'reason' },
  CANCEL_WORKFLOW: {
    label: 'Cancel workflow',
    done: 'The cancellation is accepted',
    icon: 'undo',
    look: 'danger',
    asks: 'reason',
  },
};

/** In display order; unknown actions are left out, because there is no dialog for them. */
export const offered = (available: readonly string[]): string[] =>
  Object.keys(actions).filter(
    (action) => available.includes(action) && !(action === 'CANCEL_WORKFLOW' && available.includes('CANCEL')),
  );

export const actionWords = (action: string): ActionWords =>
  actions[action] ?? { label: plain(action), done: 'Done', icon: 'play', look: 'plain' };
