import { type FocusEvent, useEffect, useRef } from 'react';

type Rows = { rows: readonly { left: boolean }[]; drop: () => void };

/**
 * A row that left the list is removed once neither pointer nor focus is in the table and nothing holds it, such as a
 * selection, so that no row moves under a pointer.
 */
export function useLeavingRows({ rows, drop }: Rows, held = false) {
  const inside = useRef({ pointer: false, focus: false });
  const hasLeft = rows.some(({ left }) => left);
  const dropIfAlone = () => {
    if (!held && !inside.current.pointer && !inside.current.focus) drop();
  };
  useEffect(() => {
    if (hasLeft && !held && !inside.current.pointer && !inside.current.focus) drop();
  }, [hasLeft, held, drop]);
  const set = (part: 'pointer' | 'focus', is: boolean) => {
    inside.current[part] = is;
    if (!is) dropIfAlone();
  };
  return {
    onPointerEnter: () => set('pointer', true),
    onPointerLeave: () => set('pointer', false),
    onFocus: () => set('focus', true),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) set('focus', false);
    },
  };
}
