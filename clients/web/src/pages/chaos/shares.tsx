import { useWaybill } from '@waybill/client/react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Panel } from '../../components/panel.tsx';
import { VerdictLine } from '../../order/verdict-line.tsx';
import { plain } from '../../order/words.ts';
import styles from './chaos.module.css';
import type { FaultsProps } from './profiles.tsx';
import { sumOf, sumWords, toInput } from './share-sum.ts';
import { useFaultChange } from './use-fault-change.ts';

/** The share of each outcome of one operation, which add up to 100 %. */
export function Shares({ faults, onChange }: FaultsProps) {
  const [name, setName] = useState('shipping.label');
  const operation = faults.operations.find((each) => each.operation === name) ?? faults.operations[0];
  if (!operation) return null;
  return (
    <Panel title="Outcomes of an operation">
      <Field label="Operation">
        {(props) => (
          <select {...props} value={operation.operation} onChange={(event) => setName(event.target.value)}>
            {faults.operations.map((each) => (
              <option key={each.operation}>{each.operation}</option>
            ))}
          </select>
        )}
      </Field>
      <SharesOf key={operation.operation} operation={operation} onChange={onChange} />
    </Panel>
  );
}

type SharesOfProps = Pick<FaultsProps, 'onChange'> & { operation: FaultsProps['faults']['operations'][number] };

function SharesOf({ operation: { operation, outcomes, shares }, onChange }: SharesOfProps) {
  const { chaos } = useWaybill();
  const { change, busy, verdict } = useFaultChange(onChange);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const current = outcomes.map((outcome) => [
    outcome,
    `${shares.find((each) => each.outcome === outcome)?.percent ?? 0}`,
  ]);
  const percents: Readonly<Record<string, string>> = { ...Object.fromEntries(current), ...typed };
  const sum = sumOf(Object.values(percents));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (sum !== 100) return;
    const changed = { operation, shares: toInput(percents) };
    const reached = await change(() => chaos.set({ operations: [changed] }), `The shares of ${operation} are set`);
    if (reached?.accepted) setTyped({});
  };
  return (
    <form className={styles.shares} onSubmit={(event) => void submit(event)}>
      {outcomes.map((outcome) => (
        <ShareField
          key={outcome}
          label={plain(outcome)}
          value={percents[outcome] ?? '0'}
          onChange={(percent) => setTyped((last) => ({ ...last, [outcome]: percent }))}
        />
      ))}
      <p className={styles.sum} data-whole={sum === 100}>
        {sumWords(sum)}
      </p>
      <Button type="submit" look="primary" busy={busy} disabled={sum !== 100}>
        Set outcomes
      </Button>
      {verdict && <VerdictLine verdict={verdict} />}
    </form>
  );
}

type ShareFieldProps = { label: string; value: string; onChange: (percent: string) => void };

const ShareField = ({ label, value, onChange }: ShareFieldProps) => (
  <Field label={label}>
    {(props) => (
      <input
        {...props}
        type="number"
        min={0}
        max={100}
        step="any"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);
