import { defaultPayloadConverter } from '@temporalio/common';
import type { Payload, Payloads } from './history.ts';

export const asPayload = (value: unknown): Payload => defaultPayloadConverter.toPayload(value);

export const asPayloads = (...values: unknown[]): Payloads => ({ payloads: values.map(asPayload) });

/** The first value of several. */
export function contentOf<T>(payloads: Payloads | undefined): T {
  const [first] = payloads?.payloads ?? [];
  if (!first) throw new Error('The payload is missing');
  return defaultPayloadConverter.fromPayload<T>(first);
}
