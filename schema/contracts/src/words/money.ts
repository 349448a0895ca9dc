import type { Money } from './order.ts';

/** The currencies of ISO 4217 whose minor unit is not a hundredth, by how many decimals they have. */
const unusual: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XAG XAU XBA XBB XBC XBD XDR XOF XPD XPF XPT XSU XTS XUA XXX',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const decimals = new Map(
  Object.entries(unusual).flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, Number(digits)] as const)),
);

/** An amount as the number that people search by: 1250 US cents are 12.5. Only for showing; money itself is never a fraction. */
export const majorUnits = ({ amountMinor, currencyCode }: Money): number =>
  amountMinor / 10 ** (decimals.get(currencyCode) ?? 2);
