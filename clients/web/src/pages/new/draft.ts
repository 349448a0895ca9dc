import type { PlaceOrderInput } from '@waybill/client';

export type Line = { sku: string; quantity: number };

/** An order that is being written. Its key is sent with it, so that the same draft sent twice is one order. */
export type Draft = {
  key: string;
  customerId: string;
  customerEmail: string;
  orderId: string;
  lines: readonly Line[];
  requiresApproval: boolean;
  plan: 'AUTHORIZE_FIRST' | 'RESERVE_FIRST';
  street: string;
  city: string;
  state: string;
  zip: string;
  country: string;
};

const kept = 'waybill:new-order';

export const emptyDraft = (customerId: string): Draft => ({
  key: crypto.randomUUID(),
  ...{ customerId, customerEmail: '', orderId: '', lines: [], requiresApproval: false, plan: 'AUTHORIZE_FIRST' },
  ...{ street: '', city: '', state: '', zip: '', country: '' },
});

/** The draft of this tab, where a reload has interrupted it. */
export function keptDraft(customerId: string): Draft {
  const empty = emptyDraft(customerId);
  try {
    return { ...empty, ...JSON.parse(sessionStorage.getItem(kept) ?? '{}') };
  } catch {
    return empty;
  }
}

export const keepDraft = (draft: Draft): void => sessionStorage.setItem(kept, JSON.stringify(draft));
export const forgetDraft = (): void => sessionStorage.removeItem(kept);

export function inputOf(draft: Draft): PlaceOrderInput {
  const { customerId, customerEmail, orderId, lines, requiresApproval, plan } = draft;
  const { street, city, state, zip, country } = draft;
  return {
    ...{ customerId, customerEmail, orderId: orderId || null, requiresApproval, plan },
    items: lines.map(({ sku, quantity }) => ({ sku, quantity })),
    shippingAddress: { street, city, state: state || null, zip: zip || null, country: country.toUpperCase() },
  };
}
