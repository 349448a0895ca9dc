import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Button } from '../components/button.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { noLongerOffered, type Verdict } from '../order/verdict.ts';
import { VerdictLine } from '../order/verdict-line.tsx';
import styles from './action-bar.module.css';
import type { ActionWords } from './action-words.ts';
import { type ActionTarget, useAction } from './use-action.ts';
import { useOpenDialog } from './use-open-dialog.ts';

type ActionBarProps = ActionTarget & {
  actions: readonly string[];
  /** The title of an action's dialog, which names its target. */
  titleOf: (action: string) => string;
  /** Why an action that is offered cannot be done at this moment. */
  whyNotNow?: (action: string) => string | undefined;
  fieldsOf: (asks: string, problems: Readonly<Record<string, string>>) => ReactNode;
};

/** The actions that the API offers the viewer for something, and the result of the last one. */
export function ActionBar({ id, actions, wordsOf, titleOf, whyNotNow, dialog, onDialog, ...props }: ActionBarProps) {
  const { take, ask, taken, busy, verdict, isUnsure } = useAction({ id, wordsOf, dialog, onDialog, ...props });
  const bar = useRef<HTMLDivElement>(null);
  const isOffered = actions.some((action) => action === dialog && wordsOf(action).asks);
  const chosen = useOpenDialog(dialog, isOffered, bar) ? dialog : undefined;
  // Once the verdict is shown and the dialog is gone: before that there may be nothing to focus.
  useLayoutEffect(() => {
    if (verdict?.accepted && !chosen) bar.current?.focus();
  }, [verdict, chosen]);
  // A command without a response can be sent again only while its action is offered; once it is not, it was done or is no longer possible.
  const isOpen = actions.some((action) => action === taken);

  return (
    <div className={styles.actions} ref={bar} tabIndex={-1}>
      <Actions
        actions={actions}
        wordsOf={wordsOf}
        whyNotNow={whyNotNow}
        busy={busy}
        onTake={(action) => void (wordsOf(action).asks ? ask(action) : take(action))}
      />
      {dialog && !chosen && !verdict && <VerdictLine verdict={notPossible(wordsOf(dialog).label)} />}
      {verdict && !chosen && (isOpen || !verdict.unanswered) && <VerdictLine verdict={verdict} />}
      {chosen && (
        <FormDialog
          title={titleOf(chosen)}
          draftOf={chosen}
          {...confirmationOf(wordsOf(chosen))}
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

const confirmationOf = ({ label, look }: ActionWords) =>
  ({ confirm: label, look: look === 'danger' ? 'danger' : 'primary' }) as const;

const notPossible = (label: string): Verdict => ({ accepted: false, text: `“${label}” is not possible now` });

type ActionsProps = Pick<ActionBarProps, 'actions' | 'wordsOf'> & {
  whyNotNow: ActionBarProps['whyNotNow'] | undefined;
  busy: boolean;
  onTake: (action: string) => void;
};

function Actions({ actions, wordsOf, whyNotNow, busy, onTake }: ActionsProps) {
  const why = useId();
  return (
    <>
      {actions.length > 0 && (
        <ul aria-label="Actions">
          {actions.map((action) => (
            <li key={action}>
              <ActionButton
                words={wordsOf(action)}
                busy={busy}
                whyNot={whyNotNow?.(action) && why}
                onTake={() => onTake(action)}
              />
            </li>
          ))}
        </ul>
      )}
      {actions.some((action) => wordsOf(action).pauses) && <Reason id={why} of={actions} whyNotNow={whyNotNow} />}
    </>
  );
}

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
