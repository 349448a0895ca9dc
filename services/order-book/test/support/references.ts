import type { PaymentReferenceHolder } from '@waybill/contracts';
import { aWrite } from './orders.ts';
import type { TestBook } from './test-book.ts';

/** What tests of payment references ask of a book that is open by then. */
export const referencesIn = (testBook: () => TestBook) => ({
  claim: async (reference: string, orderId: string) =>
    (await testBook().book.claimPaymentReference({ reference, orderId })).orderId,
  record: (orderId: string, paymentReference: string) => testBook().book.record(aWrite({ orderId, paymentReference })),
});

/** Which claim it is that holds a reference. */
export const asClaim = ({ orderId, claimedAt }: PaymentReferenceHolder) => ({ orderId, claimedAt });
