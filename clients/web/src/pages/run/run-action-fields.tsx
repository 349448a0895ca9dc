import type { RunDetailsFragment } from '@waybill/client';
import { Field } from '../../components/field.tsx';
import { ReasonField } from '../../components/reason-field.tsx';
import { money } from '../../order/money.ts';

type RunActionFieldsProps = { asks: string; run: RunDetailsFragment; problems: Readonly<Record<string, string>> };

export const RunActionFields = ({ asks, run, problems }: RunActionFieldsProps) => (
  <>
    {asks === 'refund' && <RefundAmount run={run} problem={problems.amount} />}
    {asks === 'note' ? (
      <ReasonField label="Note" required={false} problem={problems.note} />
    ) : (
      <ReasonField problem={problems.reason} />
    )}
  </>
);

function RefundAmount({ run, problem }: { run: RunDetailsFragment; problem: string | undefined }) {
  const refundable = 'refundable' in run ? run.refundable : null;
  return (
    <Field
      label="Amount"
      hint={
        refundable
          ? `Without an amount, all that remains: ${money(refundable)}.`
          : 'Without an amount, all that remains.'
      }
      problem={problem}
    >
      {(props) => <input {...props} name="amount" inputMode="decimal" autoComplete="off" />}
    </Field>
  );
}
