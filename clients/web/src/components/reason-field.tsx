import { Field } from './field.tsx';

type ReasonFieldProps = { label?: string; required?: boolean; problem?: string | undefined };

/** The reason for an action, which the journal keeps. */
export const ReasonField = ({ label = 'Reason', required = true, problem }: ReasonFieldProps) => (
  <Field label={label} hint="It is kept in the journal, with your name." problem={problem}>
    {(props) => <textarea {...props} name="text" rows={3} maxLength={500} required={required} />}
  </Field>
);
