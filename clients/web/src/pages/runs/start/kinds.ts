/** The kinds of runs that can be started here, as the URL names them. */
export const startedKinds = ['payment', 'standing-order', 'user-context', 'greeting'] as const;
export type StartedKind = (typeof startedKinds)[number];

export const startWords: Readonly<Record<StartedKind, string>> = {
  payment: 'Payment',
  'standing-order': 'Standing order',
  'user-context': 'User context',
  greeting: 'Greeting',
};
