import { createPayloadCodec } from '@waybill/orders-client';
import { openLog } from '@waybill/platform';
import { createCodecApp } from '../../src/codec/codec-server.ts';
import { anAccess, aToken } from './tokens.ts';

type Key = { id: string; key: Buffer };
export const [key, other] = [7, 8].map((byte) => ({ id: `key-${byte}`, key: Buffer.alloc(32, byte) })) as [Key, Key];
export const ui = 'https://temporal.example';

type JsonPayload = { metadata?: Record<string, string> | undefined; data?: string };
type Asked = { method?: string; body?: string; type?: string; authorization?: string } & Record<string, string>;

const stopped = new Date();

/** It believes tokens for the audience `codec`, and pages of the UI. */
export function aCodecServer(keys: [Key, ...Key[]] = [key], log = openLog('test', 'silent')) {
  const tokens = { ...anAccess().tokens, audience: 'codec' };
  const app = createCodecApp({ keys, tokens, allowedOrigins: [ui], now: () => stopped }, log);

  const asks = async (path: string, asked: Asked) => {
    const { method = 'POST', type = 'application/json', body, authorization, ...others } = asked;
    const token = authorization ?? `Bearer ${await aToken({ audience: 'codec' })}`;
    const headers = { ...others, authorization: token, 'content-type': type };
    return app.request(`http://127.0.0.1:8081${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  };
  return {
    asks,
    decodes: async (payloads: JsonPayload[], claims = {}, headers = {}) =>
      asks('/decode', {
        body: JSON.stringify({ payloads }),
        authorization: `Bearer ${await aToken({ audience: 'codec', ...claims })}`,
        ...headers,
      }),
  };
}

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');
export const plain = (text: string): JsonPayload => ({
  metadata: { encoding: base64('json/plain') },
  data: base64(JSON.stringify(text)),
});

/** As the engine's API shows in JSON what it stores. */
export async function encrypted(text: string): Promise<JsonPayload> {
  const data = Buffer.from(JSON.stringify(text));
  const [stored] = await createPayloadCodec([key]).encode([
    { metadata: { encoding: Buffer.from('json/plain') }, data },
  ]);
  const metadata = Object.entries(stored?.metadata ?? {}).map(([name, value]) => [name, base64(value)]);
  return { metadata: Object.fromEntries(metadata), data: base64(stored?.data ?? '') };
}
