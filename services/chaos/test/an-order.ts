let orders = 0;

/** An order that nobody has heard of. */
export const anOrder = () => `ORD-${++orders}`;

export const usd = (amountMinor: number) => ({ amountMinor, currencyCode: 'USD' });
export const eur = (amountMinor: number) => ({ amountMinor, currencyCode: 'EUR' });

export const address = { street: '1 Main Street', city: 'Springfield', state: 'OR', zip: '97477', country: 'US' };

export const mugs = (quantity: number) => [{ sku: 'MUG-001', quantity }];

/** The refusal of a call; a call without one fails the test. */
export const refusalOf = async (call: Promise<unknown>): Promise<string> => {
  const error = await call.then(
    () => new Error('it was not refused'),
    (reason: unknown) => reason,
  );
  if (error instanceof Error && 'code' in error) return String(error.code);
  throw error;
};

/** The same for a rule, synchronously; undefined without a refusal. */
export function refusalIn(decide: () => unknown): string | undefined {
  try {
    decide();
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
}
