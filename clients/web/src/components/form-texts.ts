import type { AddressInput } from '@waybill/client';

type Text = (name: string) => string;

/** Returns the trimmed values of a form's fields. */
export const textsOf =
  (form: FormData): Text =>
  (name) =>
    String(form.get(name) ?? '').trim();

export const addressIn = (text: Text): AddressInput => ({
  street: text('street'),
  city: text('city'),
  country: text('country').toUpperCase(),
  state: text('state') || null,
  zip: text('zip') || null,
});
