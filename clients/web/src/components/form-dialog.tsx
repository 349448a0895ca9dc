import { useLocation } from '@tanstack/react-router';
import {
  createContext,
  type FormEvent,
  type ReactNode,
  type RefObject,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { needCorrection, type Verdict } from '../order/verdict.ts';
import { VerdictLine } from '../order/verdict-line.tsx';
import { formDraft } from '../session/form-draft.ts';
import { useViewer } from '../session/viewer.tsx';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import { SessionEnd } from './session-end.tsx';

type FormDialogProps = {
  title: string;
  /** What the kept input belongs to; the title, if it does not change. */
  draftOf?: string;
  /** The label of the submit button. */
  confirm: string;
  look?: 'primary' | 'danger';
  busy: boolean;
  /** The verdict, unless it was accepted. */
  verdict?: Verdict | undefined;
  onClose: () => void;
  /** Resolves with whether it was accepted; until it is, the input is kept. */
  onSubmit: (form: FormData) => Promise<boolean>;
  children: ReactNode;
};

/** A form in a dialog, with buttons to cancel and to submit. */
export function FormDialog({
  title,
  draftOf = title,
  confirm,
  look = 'primary',
  busy,
  verdict,
  ...props
}: FormDialogProps) {
  const { form, kept, keep } = useFormDraft(draftOf);
  const said = useVerdictBesideFields(form, verdict);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (await props.onSubmit(new FormData(event.currentTarget))) formDraft.forget();
  };
  const close = () => {
    formDraft.forget();
    props.onClose();
  };
  return (
    <Dialog title={title} onClose={close}>
      <form ref={form} className={styles.form} onInput={keep} onSubmit={(event) => void submit(event)}>
        <KeptValues value={kept}>{props.children}</KeptValues>
        {said && !said.accepted && <VerdictLine verdict={said} />}
        <SessionEnd />
        <div className={styles.buttons}>
          <Button onClick={close}>Back</Button>
          <Button type="submit" look={look} busy={busy}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A verdict whose problems are all shown beside their fields only counts them, so that nothing is read twice. */
function useVerdictBesideFields(form: RefObject<HTMLFormElement | null>, verdict: Verdict | undefined) {
  const [beside, setBeside] = useState<Verdict>();
  const problems = Object.keys(verdict?.problems ?? {}).length;
  useLayoutEffect(() => {
    const shown = form.current?.querySelectorAll('[aria-invalid="true"]').length ?? 0;
    setBeside(problems > 0 && shown === problems ? verdict : undefined);
  }, [form, verdict, problems]);
  return verdict && beside === verdict ? { ...verdict, text: needCorrection(problems) } : verdict;
}

const KeptValues = createContext<Readonly<Record<string, string>>>({});

/** The earlier choice, for a control whose options load after its dialog opens. */
export const useKeptValue = (name: string): string | undefined => useContext(KeptValues)[name];

function useFormDraft(draftOf: string) {
  const { id } = useViewer();
  const { pathname } = useLocation();
  const of = JSON.stringify([id, pathname, draftOf]);
  const form = useRef<HTMLFormElement>(null);
  const [kept] = useState(() => formDraft.get(of));
  useLayoutEffect(() => {
    for (const [name, value] of Object.entries(kept)) {
      const control = form.current?.elements.namedItem(name);
      if (control && 'value' in control) control.value = value;
    }
  }, [kept]);
  return { form, kept, keep: () => form.current && formDraft.keep(of, new FormData(form.current)) };
}
