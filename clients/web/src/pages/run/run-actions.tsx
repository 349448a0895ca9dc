import { useNavigate, useSearch } from '@tanstack/react-router';
import type { RunDetailsFragment } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { ActionBar } from '../../action/action-bar.tsx';
import { offeredRunActions, runActionWords } from '../../run/words.ts';
import { RunActionFields } from './run-action-fields.tsx';
import { sendToRun } from './send-to-run.ts';

type RunActionsProps = { run: RunDetailsFragment; onAnswer: (run: RunDetailsFragment) => void };

export function RunActions({ run, onAnswer }: RunActionsProps) {
  const client = useWaybill();
  const navigate = useNavigate({ from: '/runs/$id' });
  const { dialog } = useSearch({ from: '/shell/runs/$id' });
  return (
    <ActionBar
      id={run.id}
      actions={offeredRunActions(run.availableActions)}
      wordsOf={runActionWords}
      titleOf={(action) => `${runActionWords(action).label}: ${run.id}`}
      dialog={dialog}
      onDialog={(action) =>
        void navigate({ search: (last) => ({ ...last, dialog: action }), replace: !action, resetScroll: false })
      }
      fieldsOf={(asks, problems) => <RunActionFields asks={asks} run={run} problems={problems} />}
      send={async (action, form, commandId) => {
        const answer = await sendToRun(client, { id: run.id, action, form, commandId });
        if (answer.run) onAnswer(answer.run);
        return answer;
      }}
    />
  );
}
