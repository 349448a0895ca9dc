import { createPayloadCodec, PayloadKeyMissing, PayloadUnreadable } from '@waybill/orders-client';
import { HttpProblem } from '@waybill/platform';
import { z } from 'zod';
import type { CodecServerOptions } from './options.ts';

const Base64 = z.base64();

/** Payloads as protocol buffers are written in JSON: all bytes in base64. */
const Payloads = z.object({
  payloads: z.array(z.object({ metadata: z.record(z.string(), Base64).optional(), data: Base64.optional() })),
});
type Payloads = z.infer<typeof Payloads>;
type Payload = Awaited<ReturnType<ReturnType<typeof createPayloadCodec>['decode']>>[number];

/** Reads the body of a request, decrypts its payloads, and gives the body of the response. */
export function createDecode(keys: CodecServerOptions['keys']): (body: string) => Promise<Payloads> {
  const codec = createPayloadCodec(keys);
  return async (body) => {
    const payloads = parsed(body).payloads.map(fromJson);
    try {
      return { payloads: (await codec.decode(payloads)).map(toJson) };
    } catch (error) {
      if (error instanceof PayloadKeyMissing) throw new HttpProblem(422, 'PAYLOAD_KEY_MISSING', error.message);
      if (!(error instanceof PayloadUnreadable)) throw error;
      throw new HttpProblem(
        422,
        'PAYLOAD_UNREADABLE',
        'A payload is cut off, or was not encrypted by the key it names',
      );
    }
  };
}

function parsed(body: string): Payloads {
  const { data } = Payloads.safeParse(jsonIn(body));
  if (!data) throw new HttpProblem(400, 'INVALID_REQUEST', 'The body must be {"payloads": [{"metadata", "data"}, …]}');
  return data;
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const fromJson = ({ metadata = {}, data }: Payloads['payloads'][number]): Payload => ({
  metadata: Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, Buffer.from(value, 'base64')])),
  ...(data === undefined ? {} : { data: Buffer.from(data, 'base64') }),
});

const toJson = ({ metadata, data }: Payload): Payloads['payloads'][number] => ({
  metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, base64(value)])),
  ...(data ? { data: base64(data) } : {}),
});

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
