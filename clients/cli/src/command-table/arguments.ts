/** What the arguments of commands mean, by their names. */
const meanings: Readonly<Record<string, string>> = {
  id: 'the id',
  ids: 'the ids',
  order: 'the id of the order',
  step: 'the step, as in CAPTURE_PAYMENT',
  payment: "the shop's own reference of the payment, which no other order may have",
  sku: 'the product',
  'sku:quantity': 'the product and how many, as in MUG-001:2',
  quantity: 'how many',
  operation: 'the call to a provider, as in payment.capture',
  outcomes: 'how its next calls end, in turn',
  name: 'who is greeted',
  service: 'whose log (default: all)',
  number: 'the scene, 1 to 8 (default: a menu)',
  document: 'the GraphQL document',
  shell: 'bash, zsh or fish',
};

const own = 'your own id of the order (default: a new one)';

/** Ids of orders that are placed. */
const ids: Readonly<Record<string, string>> = { place: own, 'start-workflow': own };

/** What help says about an argument of a command. */
export const meaningOf = (command: string, argument: string): string =>
  (argument === 'id' ? ids[command] : undefined) ?? meanings[argument] ?? '';
