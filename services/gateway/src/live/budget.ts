/** So many may be had at once. */
export function budgetOf(most: number) {
  let taken = 0;
  return {
    /** False when there is none left. */
    take(): boolean {
      if (taken >= most) return false;
      taken++;
      return true;
    },
    isHalfFree: (): boolean => taken < most / 2,
    giveBack(): void {
      taken--;
    },
  };
}

export type Budget = ReturnType<typeof budgetOf>;
