import type { RunDetailsFragment } from '@waybill/client';
import { expect, test } from 'vitest';
import { afterRefunds, canBeRefunded } from '../src/run/refunds.ts';

const aPayment = (revision: number, id = 'RUN-1') => ({ id, revision }) as RunDetailsFragment;

test('a closed payment is read again after each refund of it, from a cursor that is older than the first reading', async () => {
  let revision = 7;
  const begun: (string | null | undefined)[] = [];
  const runs = {
    async *list() {
      yield { changesCursor: 'c1' };
    },
    get: async () => aPayment(revision),
    async *changes(_filter: unknown, { after }: { after?: string | null }) {
      begun.push(after);
      yield { run: aPayment(3, 'RUN-2') };
      revision = 9;
      yield { run: aPayment(9) };
    },
  };

  const seen: number[] = [];
  for await (const run of afterRefunds(runs as never, 'RUN-1', new AbortController().signal)) seen.push(run.revision);

  expect(begun).toEqual(['c1']);
  expect(seen).toEqual([7, 9]);
});

test('only a closed payment is followed on', () => {
  const closedAt = '2026-11-27T14:00:00.000Z';

  expect(canBeRefunded({ kind: 'PAYMENT', closedAt })).toBe(true);
  expect(canBeRefunded({ kind: 'PAYMENT', closedAt: null })).toBe(false);
  expect(canBeRefunded({ kind: 'GREETING', closedAt })).toBe(false);
  expect(canBeRefunded(undefined)).toBe(false);
});
