import { useWaybill } from '@waybill/client/react';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { useCommand } from '../../../order/use-command.ts';
import { type StartedKind, startWords } from './kinds.ts';
import { StartFields } from './start-fields.tsx';
import { startRun } from './start-run.ts';

type StartDialogProps = { kind: StartedKind; onClose: () => void; onStarted: (id: string) => void };

/** Asks for the input of a run. */
export function StartDialog({ kind, onClose, onStarted }: StartDialogProps) {
  const client = useWaybill();
  const { run, busy, verdict } = useCommand();
  const start = async (form: FormData): Promise<boolean> => {
    let id: string | undefined;
    await run({ of: ['start', kind, ...form], done: 'Started' }, async (key) => {
      const result = await startRun(client, kind, form, key);
      if ('run' in result) id = result.run.id;
      return result;
    });
    if (id === undefined) return false;
    onStarted(id);
    return true;
  };
  return (
    <FormDialog
      title={`Start: ${startWords[kind]}`}
      confirm="Start"
      busy={busy}
      verdict={verdict}
      onClose={onClose}
      onSubmit={start}
    >
      <StartFields kind={kind} problems={verdict?.problems ?? {}} />
    </FormDialog>
  );
}
