/** A fixed number of permits, of which each holder takes one. */
export function createBudget(permits: number) {
  let taken = 0;
  return {
    /** False when no permit is left. */
    tryAcquire(): boolean {
      if (taken >= permits) return false;
      taken++;
      return true;
    },
    isHalfFree: (): boolean => taken < permits / 2,
    release(): void {
      taken--;
    },
  };
}

export type Budget = ReturnType<typeof createBudget>;
