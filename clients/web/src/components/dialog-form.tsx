import type { FormEvent, ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

type DialogFormProps = {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onBack: () => void;
  /** The button that sends it. */
  confirm: ReactNode;
  children: ReactNode;
};

/** Fields in a dialog, with the way back and the way on beneath. */
export const DialogForm = ({ onSubmit, onBack, confirm, children }: DialogFormProps) => (
  <form className={styles.form} onSubmit={onSubmit}>
    {children}
    <div className={styles.buttons}>
      <Button onClick={onBack}>Back</Button>
      {confirm}
    </div>
  </form>
);
