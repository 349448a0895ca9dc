import type { FormEvent } from 'react';
import type { Verdict } from '../order/verdict.ts';
import { VerdictLine } from '../order/verdict-line.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { DialogForm } from './dialog-form.tsx';
import { Field } from './field.tsx';

type ReasonDialogProps = {
  title: string;
  confirm: string;
  busy: boolean;
  /** What became of it, unless it was accepted. */
  verdict?: Verdict | undefined;
  onClose: () => void;
  onConfirm: (reason: string) => void;
};

/** Asks why, before something is done that needs a reason. What was typed stays until it is accepted. */
export function ReasonDialog({ title, confirm, busy, verdict, onClose, onConfirm }: ReasonDialogProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onConfirm(String(new FormData(event.currentTarget).get('reason')).trim());
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <DialogForm
        onSubmit={submit}
        onBack={onClose}
        confirm={
          <Button type="submit" look="danger" busy={busy}>
            {confirm}
          </Button>
        }
      >
        <Field label="Reason" hint="It is kept in the journal, with your name." problem={verdict?.problems?.reason}>
          {(props) => <textarea {...props} name="reason" rows={3} maxLength={500} required />}
        </Field>
        {verdict && !verdict.accepted && <VerdictLine verdict={verdict} />}
      </DialogForm>
    </Dialog>
  );
}
