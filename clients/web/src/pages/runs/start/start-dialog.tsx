import { useWaybill } from '@waybill/client/react';
import type { FormEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { DialogForm } from '../../../components/dialog-form.tsx';
import { VerdictLine } from '../../../order/verdict-line.tsx';
import { type StartedKind, startWords } from './kinds.ts';
import { StartFields } from './start-fields.tsx';
import { startRun } from './start-run.ts';
import { useStarting } from './use-starting.ts';

type StartDialogProps = { kind: StartedKind; onClose: () => void; onStarted: (id: string) => void };

/** Asks for what a run needs. What was typed stays until it has started. */
export function StartDialog({ kind, onClose, onStarted }: StartDialogProps) {
  const client = useWaybill();
  const { start, busy, verdict } = useStarting();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const id = await start((key) => startRun(client, kind, form, key));
    if (id !== undefined) onStarted(id);
  };
  return (
    <Dialog title={`Start: ${startWords[kind]}`} onClose={onClose}>
      <DialogForm
        onSubmit={(event) => void submit(event)}
        onBack={onClose}
        confirm={
          <Button type="submit" look="primary" busy={busy}>
            Start
          </Button>
        }
      >
        <StartFields kind={kind} problems={verdict?.problems ?? {}} />
        {verdict && <VerdictLine verdict={verdict} />}
      </DialogForm>
    </Dialog>
  );
}
