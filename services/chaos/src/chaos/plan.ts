/** All operations into which faults can be injected. */
export const operations = [
  'payment.authorize',
  'payment.capture',
  'payment.release',
  'payment.refund',
  'inventory.reserve',
  'inventory.release',
  'inventory.check',
  'shipping.prepare',
  'shipping.label',
  'shipping.dispatch',
  'shipping.cancel',
  'notification.send',
  'context.location',
  'context.weather',
  'context.cat_fact',
  'customer.profile',
  'customer.recommendations',
] as const;
export type Operation = (typeof operations)[number];

/** Outcomes that any call can have. */
export const anyOutcomes = ['success', 'server_error', 'timeout', 'lost_reply', 'duplicate', 'slow'] as const;

/** Further outcomes of single operations. */
export const ownOutcomes = {
  'payment.authorize': ['insufficient_funds'],
  'payment.capture': ['already_captured', 'authorization_expired'],
  'payment.refund': ['already_refunded'],
  'inventory.reserve': ['out_of_stock'],
  'shipping.label': ['address_refused', 'carrier_error'],
  'notification.send': ['temporary_failure', 'invalid_recipient'],
} as const satisfies Partial<Record<Operation, readonly string[]>>;

export type Outcome = (typeof anyOutcomes)[number] | (typeof ownOutcomes)[keyof typeof ownOutcomes][number];

export const outcomesOf = (operation: Operation): readonly Outcome[] => [
  ...anyOutcomes,
  ...((ownOutcomes as Partial<Record<Operation, readonly Outcome[]>>)[operation] ?? []),
];

/** How often an outcome is drawn, in percent. The shares of an operation add up to 100. */
export type Share = { outcome: Outcome; percent: number };
export type Plan = Readonly<Record<Operation, readonly Share[]>>;
