import { useNavigate, useSearch } from '@tanstack/react-router';
import type { RunDetailsFragment } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useCommand } from '../../order/use-command.ts';
import { VerdictLine } from '../../order/verdict-line.tsx';
import { offeredRunActions, runActionWords } from '../../run/words.ts';
import styles from '../order/actions/order-actions.module.css';
import { RunActionDialog } from './run-action-dialog.tsx';
import { type Given, sendToRun } from './send-to-run.ts';

type RunActionsProps = { run: RunDetailsFragment; onAnswer: (run: RunDetailsFragment) => void };

/** What the viewer may do with the run now, by its own word; and what became of what was done. */
export function RunActions({ run, onAnswer }: RunActionsProps) {
  const client = useWaybill();
  const navigate = useNavigate({ from: '/runs/$id' });
  const { dialog } = useSearch({ from: '/shell/runs/$id' });
  const command = useCommand();
  const bar = useRef<HTMLDivElement>(null);
  const actions = offeredRunActions(run.availableActions);

  const show = (action?: string) =>
    void navigate({ search: (search) => ({ ...search, dialog: action }), replace: !action, resetScroll: false });
  const ask = (action?: string) => {
    command.forget();
    show(action);
  };
  const take = async (action: string, given: Given = {}) => {
    const send = async (commandId: string) => {
      const answer = await sendToRun(client, { id: run.id, action, given, commandId });
      if (answer.run) onAnswer(answer.run);
      return answer;
    };
    const reached = await command.run(send, runActionWords(action).done);
    if (!reached?.accepted) return;
    if (dialog) show();
    bar.current?.focus();
  };

  return (
    <div className={styles.actions} ref={bar} tabIndex={-1}>
      {actions.length > 0 && (
        <ul aria-label="Actions">
          {actions.map((action) => (
            <li key={action}>
              <Button
                look={runActionWords(action).look}
                busy={command.busy}
                onClick={() => (runActionWords(action).asks ? ask(action) : void take(action))}
              >
                <Icon name={runActionWords(action).icon} />
                {runActionWords(action).label}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {command.verdict && !dialog && <VerdictLine verdict={command.verdict} />}
      {dialog && actions.includes(dialog) && (
        <RunActionDialog
          action={dialog}
          run={run}
          busy={command.busy}
          verdict={command.verdict}
          onClose={() => ask()}
          onSend={(given) => void take(dialog, given)}
        />
      )}
    </div>
  );
}
