import type { Verdict } from '../order/verdict.ts';
import { FormDialog } from './form-dialog.tsx';
import { ReasonField } from './reason-field.tsx';

type ReasonDialogProps = {
  title: string;
  confirm: string;
  busy: boolean;
  verdict?: Verdict | undefined;
  onClose: () => void;
  /** Resolves with whether it was accepted. */
  onConfirm: (reason: string) => Promise<boolean>;
};

/** Asks for a reason before an action that needs one. */
export const ReasonDialog = ({ onConfirm, ...props }: ReasonDialogProps) => (
  <FormDialog {...props} look="danger" onSubmit={(form) => onConfirm(String(form.get('text')).trim())}>
    <ReasonField problem={props.verdict?.problems?.reason} />
  </FormDialog>
);
