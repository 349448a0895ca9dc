import { fieldNames } from '@waybill/client/field-names';
import { usage } from '../problems/problems.ts';

// The names that --fields may begin with, so that a wrong one is refused before a command has changed anything.

const { OrderDetails: order, RunDetails: run } = fieldNames;

export const orderFields = Object.keys(order);
export const runFields = Object.keys(run);

/** An order of a list has fewer. */
export const orderSummaryFields = Object.keys(fieldNames.OrderSummary);
export const runSummaryFields = Object.keys(fieldNames.RunSummary);

/** With --watch and -o jsonl, an element of a stream is printed instead. */
export const placedFields = [...orderFields, 'type', 'order'];
export const startedFields = [...runFields, 'type', 'run'];

/** Several orders are printed with a verdict each. */
export const verdictFields = [...orderFields, 'verdict', 'message'];

/** An entry of a journal; the engine's have an id instead of a sequence number. */
export const entryFields = ['id', ...Object.keys(fieldNames.Entry)];

export const chaosFields = Object.keys(fieldNames.Chaos);
export const callFields = ['type', ...Object.keys(fieldNames.Call)];
export const productFields = Object.keys(fieldNames.Catalogue);
export const auditFields = Object.keys(fieldNames.Audit);
export const serviceFields = Object.keys(fieldNames.Services);

/** The names that may follow one of these. */
const below: Readonly<Record<string, readonly string[]>> = {
  total: order.total,
  failure: order.failure,
  links: order.links,
  shippingAddress: order.shippingAddress,
  payment: [...new Set([...order.payment, ...run.payment])],
  shipment: order.shipment,
};

/** Refuses a field that no result of the command has. */
export function checkFields(fields: string | undefined, known: readonly string[] | 'of its document'): void {
  if (!fields || known === 'of its document') return;
  if (known.length === 0) throw usage('--fields: this command prints no fields');
  for (const field of fields.split(',').filter(Boolean)) {
    const [first = '', second] = field.split('.');
    if (!known.includes(first)) throw noField(field, known);
    const nested = below[first];
    if (nested && second && !nested.includes(second))
      throw noField(
        field,
        nested.map((name) => `${first}.${name}`),
      );
  }
}

export const noField = (field: string, known: readonly string[]) =>
  usage(`--fields: there is no field ${field}; choose from ${known.join(', ')}`);
