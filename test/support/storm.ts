/** A storm, and how its orders end in it: with a refusal, a fault, or shipped. */
export const storm = {
  seed: 'a fixed seed',
  endings: {
    'STORM-1': 'ADDRESS_REFUSED',
    'STORM-2': 'ADDRESS_REFUSED',
    'STORM-3': 'PAYMENT_DECLINED',
    'STORM-4': 'STEP_FAILED',
    'STORM-5': 'OUT_OF_STOCK',
    'STORM-6': 'SHIPPED',
    'STORM-7': 'ADDRESS_REFUSED',
    'STORM-8': 'OUT_OF_STOCK',
    'STORM-9': 'AUTHORIZATION_EXPIRED',
    'STORM-10': 'SHIPPED',
    'STORM-11': 'PAYMENT_DECLINED',
    'STORM-12': 'AUTHORIZATION_EXPIRED',
  },
};
