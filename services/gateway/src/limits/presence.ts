/** How many connections each user holds open, sockets and streams of events alike. */
export function presenceOf(most: number) {
  const openBy = new Map<string, number>();
  return {
    /** False when there are as many as allowed; otherwise the user is to `leave` later. */
    enter(user: string): boolean {
      const open = openBy.get(user) ?? 0;
      if (open >= most) return false;
      openBy.set(user, open + 1);
      return true;
    },
    leave(user: string): void {
      const open = (openBy.get(user) ?? 0) - 1;
      if (open > 0) openBy.set(user, open);
      else openBy.delete(user);
    },
  };
}

export type Presence = ReturnType<typeof presenceOf>;
