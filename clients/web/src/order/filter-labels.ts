import { plain } from './words.ts';

/** The labels of the filters of orders, by their names in the API. */
export const filterLabels = {
  idPrefix: 'Id or its beginning',
  status: 'Status',
  health: 'Health',
  plan: 'Plan',
  customerId: 'Customer',
  sku: 'Has item (SKU)',
  createdFrom: 'Placed from',
  createdTo: 'Placed to',
  minTotal: 'Total from',
  maxTotal: 'Total to',
  currencyCode: 'Currency',
} as const;

const labels: Readonly<Record<string, string>> = filterLabels;

/** A refusal of a filter in the words of the page: each filter by its label. Undefined if it is about no filter. */
export function filterProblem(message: string): string | undefined {
  const quoted = (name: string) => `“${Object.hasOwn(labels, name) ? labels[name] : plain(name)}”`;
  const [, ofWrongType] = /at "filter\.(\w+)[^"]*"/.exec(message) ?? [];
  if (ofWrongType) return `${quoted(ofWrongType)} has a value that cannot be used`;
  const said = message.replace(/\bfilter\.(\w+)/g, (_, name: string) => quoted(name));
  return said === message ? undefined : said;
}
