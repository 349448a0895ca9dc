import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import type { PayloadKey } from '@waybill/contracts/settings';
import { describe, expect, test } from 'vitest';
import { PayloadUnreadable } from '../src/engine/errors.ts';
import { createPayloadCodec, dataConverterFrom } from '../src/engine/payload-codec.ts';

const [old, next] = ['2026-01', '2026-02'].map((id) => ({ id, key: randomBytes(32) })) as [PayloadKey, PayloadKey];

const payload = defaultPayloadConverter.toPayload({ customerEmail: 'canary@canary.example' });
const valuesOf = (payloads: readonly Payload[]) => payloads.map((each) => defaultPayloadConverter.fromPayload(each));

describe('an encrypted payload', () => {
  test('discloses nothing of its content, not even its type, and can be decrypted', async () => {
    const codec = createPayloadCodec([old]);

    const [stored] = await codec.encode([payload]);

    expect(Buffer.from(stored?.data ?? []).toString('latin1')).not.toMatch(/canary|json/);
    expect(Object.keys(stored?.metadata ?? {})).toEqual(['encoding', 'encryption-key-id']);
    expect(valuesOf(await codec.decode([stored ?? {}]))).toEqual(valuesOf([payload]));
  });

  test('can be decrypted after another key has become the first, and an unencrypted one can be read, too', async () => {
    const [stored] = await createPayloadCodec([old]).encode([payload]);
    const codec = createPayloadCodec([next, old]);

    expect(valuesOf(await codec.decode([stored ?? {}, payload]))).toEqual(valuesOf([payload, payload]));
  });

  test('whose key is missing names that key, and the workflow that it belongs to', async () => {
    const stored = await createPayloadCodec([old]).encode([payload]);
    const owner = { type: 'workflow', namespace: 'default', workflowId: 'order-ORD-1' } as const;

    await expect(createPayloadCodec([next]).decode(stored, owner)).rejects.toMatchObject({
      message: 'WAYBILL_PAYLOAD_KEYS has no key "2026-01", which a payload needs',
      workflowId: 'order-ORD-1',
    });
  });

  test('whose key has another value names that key', async () => {
    const stored = await createPayloadCodec([old]).encode([payload]);
    const codec = createPayloadCodec([{ id: old.id, key: next.key }]);

    await expect(codec.decode(stored)).rejects.toThrow('another key "2026-01" than the one that encrypted');
  });

  test('that is truncated is unreadable, by the name of its key and its workflow', async () => {
    const [stored] = await createPayloadCodec([old]).encode([payload]);
    const truncated = { ...stored, data: Buffer.from(stored?.data ?? []).subarray(0, 20) };
    const owner = { type: 'workflow', namespace: 'default', workflowId: 'order-ORD-1' } as const;

    const decoded = createPayloadCodec([old]).decode([truncated], owner);

    await expect(decoded).rejects.toThrow(PayloadUnreadable);
    await expect(decoded).rejects.toMatchObject({
      message: 'A payload that was encrypted by the key "2026-01" is truncated',
      workflowId: 'order-ORD-1',
    });
  });

  test('that a client without any key reads names the setting and the key', async () => {
    const [codec] = dataConverterFrom({ WAYBILL_PAYLOAD_KEYS: undefined }).dataConverter.payloadCodecs ?? [];
    const stored = await createPayloadCodec([old]).encode([payload]);

    await expect(codec?.decode(stored)).rejects.toThrow(
      'WAYBILL_PAYLOAD_KEYS is not set, and a payload needs its key "2026-01"',
    );
    expect(await codec?.decode([payload])).toEqual([payload]);
    expect(await codec?.encode([payload])).toEqual([payload]);
  });

  test.each([
    ['the audit, so that it can say which orders lack their key', 'audit-of-the-books-workflow-2026', false],
    ['the nightly sweep', 'nightly-sweep-workflow-2026', false],
    ['an order, be it named like the audit', 'order-audit-of-the-books', true],
  ])('is encrypted unless it is one of maintenance: %s', async (_, workflowId, isEncrypted) => {
    const { encode } = createPayloadCodec([old]);
    const owner = { namespace: 'default', workflowId };

    const workflow = await encode([payload], { ...owner, type: 'workflow' });
    const activity = await encode([payload], { ...owner, type: 'activity', isLocal: false });

    const stored = [...workflow, ...activity].map((each) => each !== payload);
    expect(stored).toEqual([isEncrypted, isEncrypted]);
  });

  test.each([
    ['changed', (data: Buffer) => data.fill(7, 20, 21)],
    ['cut off', (data: Buffer) => data.subarray(0, 20)],
    ['empty', () => Buffer.alloc(0)],
  ])('that is %s is refused', async (_, spoil) => {
    const [stored] = await createPayloadCodec([old]).encode([payload]);
    const spoiled = { ...stored, data: spoil(Buffer.from(stored?.data ?? [])) };

    await expect(createPayloadCodec([old]).decode([spoiled])).rejects.toThrow();
  });

  test('that names another key is refused', async () => {
    const [stored] = await createPayloadCodec([old]).encode([payload]);
    const relabelled = { ...stored, metadata: { ...stored?.metadata, 'encryption-key-id': Buffer.from('other') } };

    await expect(createPayloadCodec([old, { id: 'other', key: old.key }]).decode([relabelled])).rejects.toThrow();
  });
});
