/** How many connections each user holds open, sockets and streams of events alike. */
export function presenceOf(most: number) {
  const openBy = new Map<string, number>();

  const leave = (user: string) => {
    const open = (openBy.get(user) ?? 0) - 1;
    if (open > 0) openBy.set(user, open);
    else openBy.delete(user);
  };

  return {
    /** Undefined when there are as many as allowed; otherwise the function with which the user leaves, once. */
    enter(user: string): (() => void) | undefined {
      const open = openBy.get(user) ?? 0;
      if (open >= most) return undefined;
      openBy.set(user, open + 1);
      let left = false;
      return () => {
        if (!left) leave(user);
        left = true;
      };
    },

    get size(): number {
      return [...openBy.values()].reduce((all, open) => all + open, 0);
    },
  };
}

export type Presence = ReturnType<typeof presenceOf>;
