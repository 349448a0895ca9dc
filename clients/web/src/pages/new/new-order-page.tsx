import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWaybill } from '@waybill/client/react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { gatewayConfig } from '../../session/gateway-config.ts';
import { isStaff, useViewer } from '../../session/viewer.tsx';
import { type Draft, emptyDraft, forgetDraft, keepDraft, keptDraft } from './draft.ts';
import { Fields } from './fields.tsx';
import styles from './new-order.module.css';
import { filledIn } from './sample.ts';
import { Summary } from './summary.tsx';
import { usePlacing } from './use-placing.ts';

/** The input survives a reload, a refusal and a lost connection. */
export function NewOrderPage() {
  const client = useWaybill();
  const viewer = useViewer();
  const navigate = useNavigate();
  const { orderId } = useSearch({ from: '/shell/new' });
  const [draft, setDraft] = useState(() => ({
    ...keptDraft(isStaff(viewer) ? '' : viewer.id),
    ...(orderId && { orderId }),
  }));
  const { answer: products = [] } = useAnswer('catalogue', (signal) => client.catalogue.list({ signal }));
  const { answer: config } = useAnswer('config', gatewayConfig);
  useEffect(() => keepDraft(draft), [draft]);
  const change = (part: Partial<Draft>) => setDraft((last) => ({ ...last, ...part }));
  const { place, busy, problems, refusal } = usePlacing(() => change({ key: crypto.randomUUID() }));
  const form = useFocusAtProblem(problems);
  const clear = () => {
    forgetDraft();
    setDraft(emptyDraft(isStaff(viewer) ? '' : viewer.id));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const placed = await place(draft);
    if (placed === undefined) return;
    forgetDraft();
    const { id, placedBefore } = placed;
    await navigate({ to: '/orders/$id', params: { id }, state: { placedBefore } });
  };
  return (
    <form ref={form} className={styles.page} onSubmit={(event) => void submit(event)} noValidate>
      <PageHead title="New order">
        {config?.developmentTokens && products.length > 0 && (
          <Button onClick={() => setDraft(filledIn(draft, products))}>Fill in a sample</Button>
        )}
      </PageHead>
      <Fields draft={draft} forOthers={isStaff(viewer)} products={products} problems={problems} onChange={change} />
      <Summary draft={draft} products={products} busy={busy} refusal={refusal} onClear={clear} />
    </form>
  );
}

/** The ref of a form whose first field with a problem gets the focus. */
function useFocusAtProblem(problems: Readonly<Record<string, string>>) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(problems).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  return form;
}
