/** Longer than the ceilings when these were set: each leaves this list when it is split, and none is added. */
export const notYetSplit: readonly string[] = [];
