import { type FocusEvent, useEffect, useRef } from 'react';

/** A row that left goes once neither pointer nor focus is in the table: nothing moves under anyone's finger. */
export function useLeavingRows(rows: readonly { left: boolean }[], drop: () => void) {
  const inside = useRef({ pointer: false, focus: false });
  const dropIfAlone = () => {
    if (!inside.current.pointer && !inside.current.focus) drop();
  };
  const hasLeft = rows.some(({ left }) => left);
  useEffect(() => {
    if (hasLeft && !inside.current.pointer && !inside.current.focus) drop();
  }, [hasLeft, drop]);
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
