import { useWaybill } from '@waybill/client/react';
import { useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { Panel } from '../../components/panel.tsx';
import styles from './chaos.module.css';
import { sequence } from './outcome-words.ts';
import { PinForm } from './pin-form.tsx';
import type { FaultsProps } from './profiles.tsx';
import { type FaultChange, useFaultChange } from './use-fault-change.ts';

/** Sets the outcomes of the next calls for one order or run, which need not exist yet. */
export function Pins({ faults, onChange }: FaultsProps) {
  const changing = useFaultChange(onChange);
  return (
    <Panel title="Pins" aside={`${faults.pins.length} set`}>
      <PinForm faults={faults} changing={changing} />
      <PinList pins={faults.pins} changing={changing} />
    </Panel>
  );
}

type PinListProps = { pins: FaultsProps['faults']['pins']; changing: FaultChange };

function PinList({ pins, changing: { change, busy } }: PinListProps) {
  const { chaos } = useWaybill();
  const list = useRef<HTMLUListElement>(null);
  const unpin = async (pin: { orderId: string; operation: string }) => {
    await change(() => chaos.pin({ ...pin, outcomes: [] }), `${pin.operation} of ${pin.orderId} is no longer pinned`);
    list.current?.focus(); // the button that had the focus is gone
  };
  return (
    <ul ref={list} tabIndex={-1} className={styles.pins} aria-label="Pins">
      {pins.map(({ orderId, operation, outcomes }) => (
        <li key={`${orderId} ${operation}`}>
          <span>
            <strong>{orderId}</strong> {operation}
            <small>{sequence(outcomes)}</small>
          </span>
          <Button
            busy={busy}
            onClick={() => void unpin({ orderId, operation })}
            aria-label={`Remove ${operation} of ${orderId}`}
          >
            Remove
          </Button>
        </li>
      ))}
    </ul>
  );
}
