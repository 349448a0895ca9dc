import { beforeAll, describe, expect, test } from 'vitest';
import { asClaim, referencesIn } from '../support/references.ts';
import { opening, type TestBook } from '../support/test-book.ts';

export const refusedPlacements = (open: () => Promise<TestBook>) =>
  describe('a payment reference of a refused placement', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      return () => testBook.opened.close();
    }, opening);

    const { claim, record } = referencesIn(() => testBook);
    const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
    const claimFor = (reference: string, orderId: string, fingerprint: string) =>
      testBook.book.claimPaymentReference({ reference, orderId, fingerprint });

    test('is free at once when its id was started with other content', async () => {
      const refused = await claimFor('R-1', 'taken', first);

      const { abandoned } = await testBook.book.abandonClaim({
        reference: 'R-1',
        ...asClaim(refused),
        fingerprint: first,
      });

      expect([abandoned, await claim('R-1', 'other')]).toEqual([true, 'other']);
    });

    test('of two contents under one id holds for the first, also when the second is refused', async () => {
      const held = await claimFor('R-2', 'one id', first);
      const other = await claimFor('R-2', 'one id', second);

      const { abandoned } = await testBook.book.abandonClaim({
        reference: 'R-2',
        ...asClaim(other),
        fingerprint: second,
      });

      expect([held.held, other.held, abandoned]).toEqual([true, false, false]);
      expect((await claimFor('R-2', 'one id', first)).held).toBe(true);
      expect(await claim('R-2', 'other')).toBe('one id');
    });

    test('stays with the order in the book that has it, whoever was refused under its id', async () => {
      await record('in the book', 'R-3');
      const refused = await claimFor('R-3', 'in the book', second);

      await testBook.book.abandonClaim({ reference: 'R-3', ...asClaim(refused), fingerprint: second });

      expect(await claim('R-3', 'other')).toBe('in the book');
    });
  });
