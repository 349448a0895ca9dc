import type { Money, Refunded } from '@waybill/contracts/domain';
import { isRecord } from '../../shared/state/is-record.ts';

/** Whether the payload of the signal `refunded` is one: a signal may also be sent from a terminal. */
export function isRefunded(payload: unknown): payload is Refunded {
  if (!isRecord(payload) || !isRecord(payload.payment)) return false;
  const { commandId, fingerprint, actor, amount, reason, payment } = payload;
  const { status, authorized, captured, refunded } = payment;
  return (
    [commandId, fingerprint, actor, reason, status].every((text) => typeof text === 'string') &&
    isMoney(amount) &&
    [authorized, captured, refunded].every((sum) => sum === null || isMoney(sum))
  );
}

const isMoney = (value: unknown): value is Money =>
  isRecord(value) && Number.isSafeInteger(value.amountMinor) && typeof value.currencyCode === 'string';
