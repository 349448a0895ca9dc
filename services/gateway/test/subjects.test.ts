import { expect, test } from 'vitest';
import { anIsolatedGateway } from './support/isolated-gateway.ts';
import { aToken } from './support/tokens.ts';

const front = anIsolatedGateway();

const viewerOf = async (sub: string) =>
  front()
    .as(await aToken({ sub, role: 'manager' }))
    .ask('{ viewer { id } }');

test.each(['ada\u0007', 'ada\u202enimda', 'a\u200bda', 'ada\u2028admin', '\u2060', '  '])(
  'a token whose subject is %j is not valid',
  async (sub) => {
    expect((await viewerOf(sub)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  },
);

test.each(['ada', 'auth0|65a', 'Ádá Øverland', '李雷', 'عادة'])('a token whose subject is %j is', async (sub) => {
  expect((await viewerOf(sub)).data).toEqual({ viewer: { id: sub } });
});
