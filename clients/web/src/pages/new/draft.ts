import type { PlaceOrderInput } from '@waybill/client';
import { tabStorage } from '../../session/tab-storage.ts';
import { isoDuration } from '../../time/iso-duration.ts';

export type Line = { sku: string; quantity: number };

/** A draft of an order. Its idempotency key is sent with it, so that sending a draft twice places one order. */
export type Draft = {
  key: string;
  customerId: string;
  customerEmail: string;
  orderId: string;
  lines: readonly Line[];
  requiresApproval: boolean;
  /** How long a manager may take; without a number, as long as the API says. */
  approvalTime: string;
  approvalUnit: string;
  plan: 'AUTHORIZE_FIRST' | 'RESERVE_FIRST';
  street: string;
  city: string;
  state: string;
  zip: string;
  country: string;
};

const kept = tabStorage<Draft>('new-order');

export const emptyDraft = (customerId: string): Draft => ({
  key: crypto.randomUUID(),
  customerId,
  customerEmail: '',
  orderId: '',
  lines: [],
  requiresApproval: false,
  approvalTime: '15',
  approvalUnit: 'M',
  plan: 'AUTHORIZE_FIRST',
  street: '',
  city: '',
  state: '',
  zip: '',
  country: '',
});

/** The draft of this tab, which a reload may have interrupted. */
export const keptDraft = (customerId: string): Draft => ({ ...emptyDraft(customerId), ...kept.get() });
export const keepDraft = kept.set;
export const forgetDraft = kept.forget;

export function inputOf(draft: Draft): PlaceOrderInput {
  const { customerId, customerEmail, orderId, lines, requiresApproval, approvalTime, approvalUnit, plan } = draft;
  const { street, city, state, zip, country } = draft;
  return {
    customerId,
    customerEmail,
    orderId: orderId || null,
    requiresApproval,
    approvalTimeout: requiresApproval && approvalTime ? isoDuration(approvalTime, approvalUnit) : null,
    plan,
    items: lines.map(({ sku, quantity }) => ({ sku, quantity })),
    shippingAddress: { street, city, state: state || null, zip: zip || null, country: country.toUpperCase() },
  };
}
