import { useWaybill } from '@waybill/client/react';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Panel } from '../../components/panel.tsx';
import { VerdictLine } from '../../order/verdict-line.tsx';
import { plain } from '../../order/words.ts';
import styles from './chaos.module.css';
import type { FaultsProps } from './profiles.tsx';
import { useFaultChange } from './use-fault-change.ts';

const mostOutcomes = 100;

/** Sets the outcomes of the next calls for one order or run, which need not exist yet. */
export function Pins({ faults, onChange }: FaultsProps) {
  const { chaos } = useWaybill();
  const { change, busy, verdict } = useFaultChange(onChange);
  const [name, setName] = useState('shipping.label');
  const [chosen, setChosen] = useState('carrier_error');
  const [pinned, setPinned] = useState<string>();
  const [outcomes, setOutcomes] = useState<readonly string[]>([]);
  const operation = faults.operations.find((each) => each.operation === name) ?? faults.operations[0];
  const next = operation?.outcomes.find((outcome) => outcome === chosen) ?? operation?.outcomes[0] ?? 'success';
  const meant = outcomes.length > 0 ? outcomes : [next];
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const orderId = String(new FormData(event.currentTarget).get('orderId')).trim();
    const pinned = { orderId, operation: operation?.operation ?? name, outcomes: [...meant] };
    const reached = await change(() => chaos.pin(pinned), `Pinned for ${orderId}: now place an order with this id`);
    if (!reached?.accepted) return;
    setOutcomes([]);
    setPinned(orderId);
  };
  const list = useRef<HTMLUListElement>(null);
  const unpin = async (pin: { orderId: string; operation: string }) => {
    await change(() => chaos.pin({ ...pin, outcomes: [] }), `${pin.operation} of ${pin.orderId} is no longer pinned`);
    list.current?.focus(); // the button that had the focus is gone
  };
  return (
    <Panel title="Pins" aside={`${faults.pins.length} set`}>
      <form className={styles.pin} onSubmit={(event) => void submit(event)}>
        <Field label="Order or run" hint="It need not exist yet." problem={verdict?.problems?.orderId}>
          {(props) => (
            <input {...props} name="orderId" required maxLength={100} autoComplete="off" placeholder="ORD-MINE" />
          )}
        </Field>
        <Field label="Operation">
          {(props) => (
            <select
              {...props}
              value={operation?.operation}
              onChange={(event) => {
                setName(event.target.value);
                setOutcomes([]);
              }}
            >
              {faults.operations.map((each) => (
                <option key={each.operation}>{each.operation}</option>
              ))}
            </select>
          )}
        </Field>
        <div className={styles.inline}>
          <Field label="Next outcome" problem={verdict?.problems?.outcomes}>
            {(props) => (
              <select {...props} value={next} onChange={(event) => setChosen(event.target.value)}>
                {operation?.outcomes.map((outcome) => (
                  <option key={outcome} value={outcome}>
                    {plain(outcome)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Button onClick={() => setOutcomes((last) => [...last, next].slice(0, mostOutcomes))}>Add</Button>
        </div>
        <p className={styles.none}>
          {outcomes.length > 0
            ? nextCalls(outcomes)
            : 'For one call, pin this outcome; for several calls, add the outcome of each.'}
        </p>
        <div className={styles.buttons}>
          <Button disabled={outcomes.length === 0} onClick={() => setOutcomes([])}>
            Clear
          </Button>
          <Button type="submit" look="primary" busy={busy}>
            Pin
          </Button>
        </div>
        {verdict && <VerdictLine verdict={verdict} />}
        {verdict?.accepted && pinned && faults.pins.some(({ orderId }) => orderId === pinned) && (
          <LinkButton to="/new" search={{ orderId: pinned }}>
            Place {pinned}
          </LinkButton>
        )}
      </form>
      <ul ref={list} tabIndex={-1} className={styles.pins} aria-label="Pins">
        {faults.pins.map(({ orderId, operation: of, outcomes: left }) => (
          <li key={`${orderId} ${of}`}>
            <span>
              <strong>{orderId}</strong> {of}
              <small>{sequence(left)}</small>
            </span>
            <Button
              busy={busy}
              onClick={() => void unpin({ orderId, operation: of })}
              aria-label={`Remove ${of} of ${orderId}`}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const nextCalls = (outcomes: readonly string[]): string =>
  `Its next ${outcomes.length === 1 ? 'call' : `${outcomes.length} calls`}: ${sequence(outcomes)}`;

const sequence = (outcomes: readonly string[]): string => inTurn(outcomes).join(', then ');

/** Formats "Timeout, then carrier error 3 times". */
function inTurn(outcomes: readonly string[]): string[] {
  const turns: { outcome: string; times: number }[] = [];
  for (const outcome of outcomes) {
    const last = turns.at(-1);
    if (last?.outcome === outcome) last.times++;
    else turns.push({ outcome, times: 1 });
  }
  return turns.map(({ outcome, times }) => (times === 1 ? plain(outcome) : `${plain(outcome)} ${times} times`));
}
