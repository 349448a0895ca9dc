/** The source text of a table of the currencies in ISO 4217's "list one", by how many decimals each has. */
export function tableIn(xml: string): string {
  const [, published] = /<ISO_4217 Pblshd="(\d{4}-\d{2}-\d{2})">/.exec(xml) ?? [];
  const entries = [...xml.matchAll(/<Ccy>([A-Z]{3})<\/Ccy>\s*<CcyNbr>\d+<\/CcyNbr>\s*<CcyMnrUnts>([^<]+)</g)];
  if (!published || entries.length === 0) throw new Error('The file is not a list of ISO 4217');
  const codes = new Map(
    entries.map(([, code = '', decimals = '']) => [code, decimals === 'N.A.' ? 0 : Number(decimals)]),
  );
  const counts = [...new Set(codes.values())].sort();
  const lines = counts.map(
    (count) =>
      `  ${count}: '${[...codes]
        .flatMap((one) => (one[1] === count ? [one[0]] : []))
        .sort()
        .join(' ')}',`,
  );
  return `/** ISO 4217 as published on ${published}: its currencies by how many decimals they have. Written by \`npm run iso4217\`. */
export const iso4217: Readonly<Record<number, string>> = {
${lines.join('\n')}
};
`;
}
