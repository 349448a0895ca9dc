import { useWaybill } from '@waybill/client/react';
import { type FormEvent, useState } from 'react';
import type { FaultsProps } from './profiles.tsx';
import type { FaultChange } from './use-fault-change.ts';

const mostOutcomes = 100;

/** The pin that a form describes; `pinned` is the order or run of the last one that was set. */
export function usePin({ operations }: FaultsProps['faults'], { change }: FaultChange) {
  const { chaos } = useWaybill();
  const [name, setName] = useState('shipping.label');
  const [chosen, chooseOutcome] = useState('carrier_error');
  const [pinned, setPinned] = useState<string>();
  const [outcomes, setOutcomes] = useState<readonly string[]>([]);
  const operation = operations.find((each) => each.operation === name) ?? operations[0];
  const next = operation?.outcomes.find((outcome) => outcome === chosen) ?? operation?.outcomes[0] ?? 'success';
  const meant = outcomes.length > 0 ? outcomes : [next];

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const orderId = String(new FormData(event.currentTarget).get('orderId')).trim();
    const pin = { orderId, operation: operation?.operation ?? name, outcomes: [...meant] };
    const reached = await change(() => chaos.pin(pin), `Pinned for ${orderId}: now place an order with this id`);
    if (!reached?.accepted) return;
    setOutcomes([]);
    setPinned(orderId);
  };
  const chooseOperation = (chosen: string) => {
    setName(chosen);
    setOutcomes([]);
  };
  const add = () => setOutcomes((last) => [...last, next].slice(0, mostOutcomes));
  const clear = () => setOutcomes([]);
  return { operation, next, outcomes, pinned, submit, chooseOperation, chooseOutcome, add, clear };
}
