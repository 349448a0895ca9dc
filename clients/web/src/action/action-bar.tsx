import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../components/button.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { useCommand } from '../order/use-command.ts';
import { noLongerOffered, type Result, type Verdict } from '../order/verdict.ts';
import { VerdictLine } from '../order/verdict-line.tsx';
import styles from './action-bar.module.css';
import type { ActionWords } from './action-words.ts';
import { useOpenDialog } from './use-open-dialog.ts';

type ActionBarProps = {
  /** The target of the actions. */
  id: string;
  actions: readonly string[];
  wordsOf: (action: string) => ActionWords;
  /** The title of an action's dialog, which names its target. */
  titleOf: (action: string) => string;
  /** Why an action that is offered cannot be done at this moment. */
  whyNotNow?: (action: string) => string | undefined;
  /** The action whose dialog is open, which is kept in the URL. */
  dialog: string | undefined;
  onDialog: (action: string | undefined) => void;
  fieldsOf: (asks: string, problems: Readonly<Record<string, string>>) => ReactNode;
  send: (action: string, form: FormData, commandId: string) => Promise<Result>;
};

/** The actions that the API offers the viewer for something, and the result of the last one. */
export function ActionBar({ id, actions, wordsOf, titleOf, whyNotNow, dialog, onDialog, ...props }: ActionBarProps) {
  const { run, busy, verdict, isUnsure, forget } = useCommand();
  const why = useId();
  const bar = useRef<HTMLDivElement>(null);
  const [taken, setTaken] = useState<string>();
  const isOffered = actions.some((action) => action === dialog && wordsOf(action).asks);
  const chosen = useOpenDialog(dialog, isOffered, bar) ? dialog : undefined;
  const ask = (action?: string) => {
    forget();
    onDialog(action);
  };
  const take = async (action: string, form = new FormData()): Promise<boolean> => {
    setTaken(action);
    const command = { of: [id, action, ...form], done: wordsOf(action).done };
    const reached = await run(command, (commandId) => props.send(action, form, commandId));
    if (!reached?.accepted) return false;
    if (dialog) onDialog(undefined);
    return true;
  };
  // Once the verdict is shown and the dialog is gone: before that there may be nothing to focus.
  useLayoutEffect(() => {
    if (verdict?.accepted && !chosen) bar.current?.focus();
  }, [verdict, chosen]);
  // A command without a response can be sent again only while its action is offered; once it is not, it was done or is no longer possible.
  const isOpen = actions.some((action) => action === taken);

  return (
    <div className={styles.actions} ref={bar} tabIndex={-1}>
      {actions.length > 0 && (
        <ul aria-label="Actions">
          {actions.map((action) => (
            <li key={action}>
              <ActionButton
                words={wordsOf(action)}
                busy={busy}
                whyNot={whyNotNow?.(action) && why}
                onTake={() => (wordsOf(action).asks ? ask(action) : void take(action))}
              />
            </li>
          ))}
        </ul>
      )}
      {actions.some((action) => wordsOf(action).pauses) && <Reason id={why} of={actions} whyNotNow={whyNotNow} />}
      {dialog && !chosen && !verdict && <VerdictLine verdict={notPossible(wordsOf(dialog).label)} />}
      {verdict && !chosen && (isOpen || !verdict.unanswered) && <VerdictLine verdict={verdict} />}
      {chosen && (
        <FormDialog
          title={titleOf(chosen)}
          draftOf={chosen}
          confirm={wordsOf(chosen).label}
          look={wordsOf(chosen).look === 'danger' ? 'danger' : 'primary'}
          busy={busy}
          verdict={verdict ?? (isOffered || busy ? undefined : noLongerOffered(isUnsure))}
          onClose={() => (isOffered ? ask() : onDialog(undefined))} // what was decided meanwhile is still to be read
          onSubmit={(form) => take(chosen, form)}
        >
          {props.fieldsOf(wordsOf(chosen).asks ?? '', verdict?.problems ?? {})}
        </FormDialog>
      )}
    </div>
  );
}

const notPossible = (label: string): Verdict => ({ accepted: false, text: `“${label}” is not possible now` });

type ReasonProps = { id: string; of: readonly string[]; whyNotNow: ActionBarProps['whyNotNow'] };

/** Why an action is impossible now: in a line that is always there, so that no button moves under a pointer. */
const Reason = ({ id, of, whyNotNow }: ReasonProps) => (
  <p id={id} className={styles.reason}>
    {of.flatMap((action) => whyNotNow?.(action) ?? []).join('. ')}
  </p>
);

/** `whyNot`: the id of the reason why it is impossible now. */
type ActionButtonProps = { words: ActionWords; busy: boolean; whyNot: string | undefined; onTake: () => void };

const ActionButton = ({ words: { label, icon, look }, busy, whyNot, onTake }: ActionButtonProps) => (
  <Button look={look} busy={busy || whyNot !== undefined} onClick={onTake} aria-describedby={whyNot}>
    <Icon name={icon} />
    {label}
  </Button>
);
