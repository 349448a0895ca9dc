import { type Address, limits, type OrderItem } from '@waybill/contracts/domain';
import { isRecord } from '../../shared/state/is-record.ts';

type Given = Record<string, unknown>;

/** The gateway counts visible characters; here, four UTF-16 units per character are accepted. */
const maxTextUnits = 4 * limits.line;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= maxTextUnits;

const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);

export function isItem(value: unknown): value is OrderItem {
  if (!isRecord(value) || !isRecord(value.unitPrice)) return false;
  const { sku, name, quantity, unitPrice } = value;
  return isText(sku) && isTextOrNull(name) && isCount(quantity) && quantity > 0 && isMoney(unitPrice);
}

export function isAddress(value: unknown): value is Address {
  if (!isRecord(value)) return false;
  const { street, city, state, zip, country } = value;
  return [street, city, country].every(isText) && isTextOrNull(state) && (zip === '' || isText(zip));
}

const addressFields = ['street', 'city', 'state', 'zip', 'country'] as const;

export const isSameAddress = (one: Address, other: Address): boolean =>
  addressFields.every((field) => one[field] === other[field]);

/** What the order book can hold; VALIDATE refuses the order otherwise. */
export const isReference = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= limits.line && /^[^\p{Cc}\p{Cs}]*$/u.test(value);

const isMoney = ({ amountMinor, currencyCode }: Given) => isCount(amountMinor) && isText(currencyCode);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
