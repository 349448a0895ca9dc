import { useState } from 'react';
import { useCommand } from '../order/use-command.ts';
import type { Result } from '../order/verdict.ts';
import type { ActionWords } from './action-words.ts';

export type ActionTarget = {
  /** The target of the actions. */
  id: string;
  wordsOf: (action: string) => ActionWords;
  /** The action whose dialog is open, which is kept in the URL. */
  dialog: string | undefined;
  onDialog: (action: string | undefined) => void;
  send: (action: string, form: FormData, commandId: string) => Promise<Result>;
};

/** Takes actions, or asks in a dialog first; `taken` is the last one, whose verdict is kept. */
export function useAction({ id, wordsOf, dialog, onDialog, send }: ActionTarget) {
  const { run, busy, verdict, isUnsure, forget } = useCommand();
  const [taken, setTaken] = useState<string>();
  const ask = (action?: string) => {
    forget();
    onDialog(action);
  };
  const take = async (action: string, form = new FormData()): Promise<boolean> => {
    setTaken(action);
    const command = { of: [id, action, ...form], done: wordsOf(action).done };
    const reached = await run(command, (commandId) => send(action, form, commandId));
    if (!reached?.accepted) return false;
    if (dialog) onDialog(undefined);
    return true;
  };
  return { take, ask, taken, busy, verdict, isUnsure };
}
