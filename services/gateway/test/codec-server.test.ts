import { openLog } from '@waybill/platform';
import { describe, expect, test } from 'vitest';
import { aCodecServer, encrypted, key, other, plain, ui } from './support/codec-server.ts';
import { aToken } from './support/tokens.ts';

describe('the codec server', () => {
  test('decrypts for an operator what the engine stores, and passes on what was never encrypted', async () => {
    const server = aCodecServer();

    const answer = await server.decodes([await encrypted('canary'), plain('open')]);

    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ payloads: [plain('canary'), plain('open')] });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['nobody', undefined, 401, 'UNAUTHENTICATED'],
    ['a manager', { role: 'manager' }, 403, 'FORBIDDEN'],
    ['a customer', { role: 'customer' }, 403, 'FORBIDDEN'],
    ['an operator whose token is for the gateway', { audience: 'waybill' }, 401, 'UNAUTHENTICATED'],
    ['an operator whose token is for nobody', { audience: '' }, 401, 'UNAUTHENTICATED'],
    ['an operator whose token has expired', { endsInMs: -60_000 }, 401, 'UNAUTHENTICATED'],
  ])('refuses %s, and reads no body for that', async (_, claims, status, code) => {
    const server = aCodecServer();
    const authorization = claims ? `Bearer ${await aToken({ audience: 'codec', ...claims })}` : '';

    const answer = await server.asks('/decode', { body: 'no JSON', authorization });

    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
  });

  test.each([
    ['/encode', 404, 'NO_SUCH_ENDPOINT'],
    ['/download', 404, 'NO_SUCH_ENDPOINT'],
    ['/', 404, 'NO_SUCH_ENDPOINT'],
  ])('has no %s', async (path, status, code) => {
    const answer = await aCodecServer().asks(path, { body: '{"payloads":[]}' });

    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
  });

  test('names the key that is missing', async () => {
    const answer = await aCodecServer([other]).decodes([await encrypted('canary')]);

    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: 'PAYLOAD_KEY_MISSING',
      title: expect.stringContaining('has no key "key-7"'),
    });
  });

  test.each([
    ['that was changed', (data: Buffer) => data.fill(7, 20, 21)],
    ['that is cut off', (data: Buffer) => data.subarray(0, 20)],
  ])('refuses a payload %s', async (_, spoil) => {
    const { metadata, data } = await encrypted('canary');
    const spoiled = { metadata, data: spoil(Buffer.from(data ?? '', 'base64')).toString('base64') };

    const answer = await aCodecServer().decodes([spoiled]);

    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'PAYLOAD_UNREADABLE' });
  });

  test.each([
    ['no JSON', 'payloads', 'application/json', 400],
    ['nothing', '', 'application/json', 400],
    ['an array', '[]', 'application/json', 400],
    ['bytes that are no base64', '{"payloads":[{"data":"*"}]}', 'application/json', 400],
    ['metadata as text', '{"payloads":[{"metadata":"json"}]}', 'application/json', 400],
    ['a form', 'payloads=', 'application/x-www-form-urlencoded', 415],
    ['more than 4 MiB', `{"payloads":[{"data":"${'A'.repeat(4 * 1024 * 1024)}"}]}`, 'application/json', 413],
  ])('refuses %s', async (_, body, type, status) => {
    const answer = await aCodecServer().asks('/decode', { body, type });

    expect(answer.status).toBe(status);
  });

  test('answers one operator so often, and another meanwhile', async () => {
    const server = aCodecServer();
    const statuses: number[] = [];

    for (let count = 0; count < 1_001; count += 1) statuses.push((await server.decodes([])).status);
    const later = await server.decodes([]);
    const another = await server.decodes([], { sub: 'olga' });

    expect(statuses.indexOf(429)).toBe(1_000);
    expect(later.headers.get('retry-after')).toBe('1');
    expect(another.status).toBe(200);
  });

  test('may be called by the page of the UI, and by no other', async () => {
    const server = aCodecServer();
    const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };

    const before = await server.asks('/decode', { method: 'OPTIONS', origin: ui, ...preflight });
    const answer = await server.decodes([plain('open')], {}, { origin: ui });
    const refused = await server.asks('/decode', { body: '{}', authorization: '', origin: ui });
    const foreign = ['https://evil.example', `${ui}.evil.example`, 'http://temporal.example', 'null'];
    const others = await Promise.all(foreign.map((origin) => server.decodes([], {}, { origin })));
    const preflights = await Promise.all(
      foreign.map((origin) => server.asks('/decode', { method: 'OPTIONS', origin, ...preflight })),
    );

    expect(before.status).toBe(204);
    expect(before.headers.get('access-control-allow-headers')).toContain('x-namespace');
    expect([before, answer, refused].map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual([
      ui,
      ui,
      ui,
    ]);
    expect(before.headers.get('access-control-allow-credentials')).toBeNull();
    expect([...others, ...preflights].map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 403));
    expect([...others, ...preflights].some(({ headers }) => headers.has('access-control-allow-origin'))).toBe(false);
  });

  test('logs nothing, be it answered or refused', async () => {
    const lines: string[] = [];
    const server = aCodecServer([key], openLog('test', 'trace', { write: (line) => void lines.push(line) }));

    await server.decodes([await encrypted('canary')]);
    await server.decodes([{ data: 'Y2FuYXJ5' }], { role: 'customer' });
    await server.asks('/decode', { body: 'canary' });
    await server.asks('/canary', { body: 'canary' });

    expect(lines).toEqual([]);
  });
});
