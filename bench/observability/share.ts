/** The share of the traces that is recorded. */
export const share = 0.01;
