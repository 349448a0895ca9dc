export type Money = { amount: string; currencyCode: string };

/** Formats "$ 1,850.00" exactly, with the decimals of the amount. */
export function money({ amount, currencyCode }: Money): string {
  const decimals = amount.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: currencyCode,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return format.format(amount as Intl.StringNumericLiteral);
}
