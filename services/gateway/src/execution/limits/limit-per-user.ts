/** Counts what each user has in use of something limited, such as open connections. */
export function createLimitPerUser(most: number) {
  const openBy = new Map<string, number>();

  const release = (user: string) => {
    const open = (openBy.get(user) ?? 0) - 1;
    if (open > 0) openBy.set(user, open);
    else openBy.delete(user);
  };

  return {
    most,

    /** Undefined if the user is at the limit; otherwise a function that releases it once. */
    acquire(user: string): (() => void) | undefined {
      const open = openBy.get(user) ?? 0;
      if (open >= most) return undefined;
      openBy.set(user, open + 1);
      let isReleased = false;
      return () => {
        if (!isReleased) release(user);
        isReleased = true;
      };
    },

    get size(): number {
      return [...openBy.values()].reduce((all, open) => all + open, 0);
    },
  };
}

export type LimitPerUser = ReturnType<typeof createLimitPerUser>;
