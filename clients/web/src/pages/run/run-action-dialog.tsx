import type { RunDetailsFragment } from '@waybill/client';
import type { FormEvent } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { Field } from '../../components/field.tsx';
import { money } from '../../order/money.ts';
import type { Verdict } from '../../order/verdict.ts';
import { VerdictLine } from '../../order/verdict-line.tsx';
import { runActionWords } from '../../run/words.ts';
import type { Given } from './send-to-run.ts';

type RunActionDialogProps = {
  action: string;
  run: RunDetailsFragment;
  busy: boolean;
  verdict: Verdict | undefined;
  onClose: () => void;
  onSend: (given: Given) => void;
};

/** Asks for what an action needs. What was typed stays until it is accepted. */
export function RunActionDialog({ action, run, busy, verdict, onClose, onSend }: RunActionDialogProps) {
  const { label, look, asks } = runActionWords(action);
  const problems = verdict?.problems ?? {};
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSend({ amount: String(form.get('amount') ?? '').trim(), text: String(form.get('text') ?? '').trim() });
  };
  return (
    <Dialog title={label} onClose={onClose}>
      <DialogForm
        onSubmit={submit}
        onBack={onClose}
        confirm={
          <Button type="submit" look={look === 'danger' ? 'danger' : 'primary'} busy={busy}>
            {label}
          </Button>
        }
      >
        {asks === 'refund' && <RefundAmount run={run} problem={problems.amount} />}
        <Field
          label={asks === 'note' ? 'Note' : 'Reason'}
          hint="It is kept in the journal, with your name."
          problem={problems.reason ?? problems.note}
        >
          {(props) => <textarea {...props} name="text" rows={3} maxLength={500} required={asks !== 'note'} />}
        </Field>
        {verdict && !verdict.accepted && <VerdictLine verdict={verdict} />}
      </DialogForm>
    </Dialog>
  );
}

function RefundAmount({ run, problem }: { run: RunDetailsFragment; problem: string | undefined }) {
  const refundable = 'refundable' in run ? run.refundable : null;
  return (
    <Field
      label="Amount"
      hint={refundable ? `All that is left, ${money(refundable)}, without one.` : 'All that is left, without one.'}
      problem={problem}
    >
      {(props) => <input {...props} name="amount" inputMode="decimal" autoComplete="off" />}
    </Field>
  );
}
