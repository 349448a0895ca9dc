import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

type ControlProps = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean };
type FieldProps = {
  label: string;
  hint?: string | undefined;
  /** Why its value was refused, until the next response. */
  problem?: string | undefined;
  children: (props: ControlProps) => ReactNode;
};

/** A control with its label, hint and error. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId();
  const about = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': about || undefined, 'aria-invalid': problem !== undefined })}
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {problem && (
        <strong id={`${id}-problem`} className={styles.problem}>
          {problem}
        </strong>
      )}
    </div>
  );
}
