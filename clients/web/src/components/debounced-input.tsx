import { type ComponentProps, useEffect, useEffectEvent, useRef, useState } from 'react';

type DebouncedInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  value: string;
  onSettle: (value: string) => void;
};

const settlesAfterMs = 250;

/** Reports the input after a short pause in typing, because each reported value opens a new list. */
export function DebouncedInput({ value, onSettle, ...props }: DebouncedInputProps) {
  const [typed, setTyped] = useState(value);
  const latest = useRef(value);
  const tell = useEffectEvent(() => {
    latest.current = typed;
    onSettle(typed);
  });
  useEffect(() => {
    if (value === latest.current) return;
    latest.current = value; // the value was changed elsewhere
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === latest.current) return;
    const timer = setTimeout(() => tell(), settlesAfterMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return <input {...props} value={typed} onChange={(event) => setTyped(event.target.value)} />;
}
