import type { FormEvent } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { DialogForm } from './dialog-form.tsx';
import { Field } from './field.tsx';

type ReasonDialogProps = { title: string; confirm: string; onClose: () => void; onConfirm: (reason: string) => void };

/** Asks why, before something is done that needs a reason. */
export function ReasonDialog({ title, confirm, onClose, onConfirm }: ReasonDialogProps) {
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
          <Button type="submit" look="danger">
            {confirm}
          </Button>
        }
      >
        <Field label="Reason" hint="It is kept in the journal, with your name.">
          {(props) => <textarea {...props} name="reason" rows={3} maxLength={500} required />}
        </Field>
      </DialogForm>
    </Dialog>
  );
}
