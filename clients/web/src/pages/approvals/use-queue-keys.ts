import { useEffect, useState } from 'react';
import type { Row } from '../../order-list/rows.ts';

type Actions = Readonly<Record<string, (id: string) => void>>;

/**
 * j and k choose the next and the previous order, unless the focus is in a field or in the navigation; the key of an action acts on the
 * chosen order.
 */
export function useQueueKeys(rows: readonly Row[], actions: Actions) {
  const [wanted, setWanted] = useState({ id: '', at: 0 });
  const indexOf = (id: string) => rows.findIndex(({ order }) => order.id === id);
  const found = indexOf(wanted.id);
  const at = found >= 0 ? found : Math.max(0, Math.min(wanted.at, rows.length - 1)); // the next order takes its index
  const chosen = rows[at]?.order.id;
  const choose = (id: string) => setWanted({ id, at: indexOf(id) });

  const press = (key: string): boolean => {
    const next =
      key === 'j' || key === 'ArrowDown' ? rows[at + 1] : key === 'k' || key === 'ArrowUp' ? rows[at - 1] : undefined;
    if (next) choose(next.order.id);
    const deed = Object.hasOwn(actions, key) ? actions[key] : undefined;
    if (deed && chosen && !rows[at]?.left) deed(chosen);
    return next !== undefined || deed !== undefined;
  };
  useEffect(() => {
    const typed = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
      const isElsewhere = target instanceof Element && target.closest('input, textarea, select, dialog, a, button');
      const isLetter =
        key.length === 1 && !(target instanceof Element && target.closest('input, textarea, select, dialog, header'));
      if (defaultPrevented || ctrlKey || metaKey || altKey || (isElsewhere && !isLetter)) return;
      if (press(key)) event.preventDefault();
    };
    addEventListener('keydown', typed);
    return () => removeEventListener('keydown', typed);
  });
  return { chosen, choose };
}
