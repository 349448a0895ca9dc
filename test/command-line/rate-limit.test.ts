import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { createContext, type Globals } from '../../clients/cli/src/command/context.ts';
import { aGateway } from '../../clients/typed/test/support/gateway.ts';

const limited = new GraphQLError('Too many', { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 3 } });
const line = 'The rate limit is reached: waiting 3 s. Ctrl-C ends the wait.\n';

/** The context of a command; whatever it writes to stderr interrupts it. */
function aContext(url: string, { isTTY = true, globals = {} as Globals, call = {} } = {}) {
  const written: string[] = [];
  const leaving = new AbortController();
  const context = createContext(
    { ...globals, url },
    {
      env: { XDG_CONFIG_HOME: '/nonexistent', WAYBILL_URL: url, WAYBILL_TOKEN: 'token-1' },
      signal: leaving.signal,
      commands: [],
      command: 'stock',
      call,
      stderr: {
        isTTY,
        write: (text: string) => {
          written.push(text);
          leaving.abort();
          return true;
        },
      },
    },
  );
  return { context, written };
}

test('a rate limit that is waited for is said on a terminal', async () => {
  await using gateway = await aGateway({ catalogue: () => Promise.reject(limited) });
  const { context, written } = aContext(gateway.url());

  await expect((await context.client()).catalogue.list()).rejects.toMatchObject({ name: 'Closed' });

  expect(written).toEqual([line]);
});

test.each([
  ['a person, once for each command', {}, [line]],
  ['a person who reads JSON', { globals: { json: true } }, [line]],
  ['no program', { isTTY: false }, []],
  ['nobody with --quiet', { globals: { quiet: true } }, []],
  ['nobody with -q', { call: { idsOnly: true } }, []],
])('the wait for a rate limit is said to %s', (_, where, said) => {
  const { context, written } = aContext('http://127.0.0.1:9/graphql', where);

  for (const waitMs of [3_000, 3_000]) context.onRateLimit(waitMs);

  expect(written).toEqual(said);
});
