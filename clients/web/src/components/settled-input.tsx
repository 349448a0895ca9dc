import { type ComponentProps, useEffect, useEffectEvent, useRef, useState } from 'react';

type SettledInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  value: string;
  onSettle: (value: string) => void;
};

const settlesAfterMs = 250;

/** Tells what was typed once it is left alone for a moment: each value that is told opens a list of its own. */
export function SettledInput({ value, onSettle, ...props }: SettledInputProps) {
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const tell = useEffectEvent(() => {
    told.current = typed;
    onSettle(typed);
  });
  useEffect(() => {
    if (value === told.current) return;
    told.current = value; // it was changed elsewhere
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => tell(), settlesAfterMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return <input {...props} value={typed} onChange={(event) => setTyped(event.target.value)} />;
}
