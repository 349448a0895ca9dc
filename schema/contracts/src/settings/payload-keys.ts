import { type Kind, listOf } from './kinds.ts';

export type PayloadKey = { id: string; key: Buffer };

/** Each id once: it identifies the key of a payload. */
export const payloadKeys: Kind<[PayloadKey, ...PayloadKey[]]> = {
  allowed: 'must be ID:KEY, separated by commas: each id once, and each key 32 bytes in base64',
  secret: true,
  read: (text) => {
    const [first, ...older] = listOf(text, payloadKey) ?? [];
    const ids = new Set([first, ...older].map((each) => each?.id));
    return first && ids.size === 1 + older.length ? [first, ...older] : undefined;
  },
};

function payloadKey(text: string): PayloadKey | undefined {
  const [, id = '', encoded = ''] = /^([\w.-]{1,64}):([A-Za-z0-9+/]{43}=)$/.exec(text) ?? [];
  const key = Buffer.from(encoded, 'base64');
  return key.length === 32 ? { id, key } : undefined;
}
