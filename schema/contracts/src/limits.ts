/** How much of anything one order may hold. */
export const limits = {
  items: 100,
  quantity: 10_000,
  line: 200,
  email: 254,
  note: 500,
  idempotencyKey: 255,
  decimal: 40,
  duration: 64,
} as const;
