import { Unauthorized, Unavailable } from '@waybill/http-client';
import { expect, test } from 'vitest';
import { requireServiceToken } from '../src/assembly/service-token.ts';

const answers = async () => ({}) as never;
const failsWith = (error: Error) => async () => {
  throw error;
};
const neighbours = ({ changes = answers, catalogue = answers } = {}) =>
  ({ book: { changes }, providers: { inventory: { catalogue } } }) as never;

const refused = failsWith(new Unauthorized('GET / answered 401'));
const away = failsWith(new Unavailable('GET / answered 503'));

test.for([
  [{ changes: refused }, 'WAYBILL_SERVICE_TOKEN: it is refused by the order book'],
  [{ catalogue: refused }, 'WAYBILL_SERVICE_TOKEN: it is refused by the providers'],
  [{ changes: away, catalogue: refused }, 'WAYBILL_SERVICE_TOKEN: it is refused by the providers'],
] as const)('a worker whose token is refused does not start: %s', async ([given, line]) => {
  await expect(requireServiceToken(neighbours(given))).rejects.toThrow(line);
});

test('a worker starts while order book and providers are away', async () => {
  await requireServiceToken(neighbours({ changes: away, catalogue: away }));
});
