import { type KeyboardEvent, useId, useState } from 'react';

type ComboboxOptions<T> = { find: (text: string) => readonly T[]; onPick: (option: T) => void };

/**
 * A text field with a list of matches, as the ARIA Authoring Practices describe it.
 * Longer than 40 lines: its keys, its focus and its attributes describe one widget.
 */
export function useCombobox<T>({ find, onPick }: ComboboxOptions<T>) {
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const options = open ? find(text) : [];
  const optionId = (at: number) => `${id}-${at}`;
  const pick = (option: T | undefined) => {
    if (option === undefined) return;
    onPick(option);
    setText('');
    setActive(0);
    setOpen(false);
  };
  const move = (by: number) => {
    setOpen(true);
    if (open && options.length > 0) setActive((active + by + options.length) % options.length);
  };
  const press = (key: string): boolean => {
    if (key === 'ArrowDown') move(1);
    else if (key === 'ArrowUp') move(-1);
    else if (key === 'Enter') pick(options[active]);
    else if (key === 'Escape') setOpen(false);
    else return false;
    return true;
  };
  const input = {
    role: 'combobox',
    'aria-expanded': open,
    'aria-controls': `${id}-list`,
    'aria-autocomplete': 'list',
    'aria-activedescendant': options.length > 0 ? optionId(active) : undefined,
    autoComplete: 'off',
    value: text,
    onChange: (event: { target: { value: string } }) => {
      setText(event.target.value);
      setActive(0);
      setOpen(true);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (press(event.key)) event.preventDefault();
    },
    onClick: () => setOpen(true),
    onBlur: () => setOpen(false),
  } as const;
  return { input, listId: `${id}-list`, options, optionId, active, open, pick };
}
