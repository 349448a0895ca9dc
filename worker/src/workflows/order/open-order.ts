import { type OrderStepName, type PlacedOrder, stepsOf } from '@waybill/contracts/words';
import { keepBook } from './book/book.ts';
import { additionsOf } from './commands/additions.ts';
import { approvalOf } from './commands/approval.ts';
import { cancellingOf } from './commands/cancelling.ts';
import { hearCommands } from './commands/commands.ts';
import { knowsEnrichment } from './enrichment.ts';
import { Story } from './saga/story.ts';
import { Undos } from './saga/undos.ts';
import { parcelOf } from './shipping/parcel.ts';
import { answerQueries } from './state/answers.ts';
import { OrderRecord } from './state/order-record.ts';
import { readably } from './state/readable.ts';
import { showInSearch } from './state/search.ts';
import { stepsFor } from './steps.ts';

/**
 * Puts together all that one order's workflow is made of, and starts to listen. `cancelRequested` rejects when the
 * engine itself is asked to cancel the workflow: that takes the same path as a customer's wish.
 */
export function openOrder(given: PlacedOrder, cancelRequested: Promise<never>) {
  const placed = readably(given);
  const order = OrderRecord.placed(placed, stepsKnown(placed), showInSearch);
  const undos = new Undos();
  const book = keepBook(order, placed);
  const story = new Story({ placed, order, undos, book });
  const approval = approvalOf(order, story, placed);
  const additions = additionsOf(order, story, placed);
  const cancelling = cancellingOf(order, story);
  const parcel = parcelOf(order, placed, book);
  const take = stepsFor({ given, placed, story, order, undos, book, approval, additions, cancelling, parcel });

  answerQueries(order);
  hearCommands({ order, story, approval, additions, cancelling });
  cancelRequested.catch(() => cancelling.cancel({ reason: 'The workflow was cancelled', judge: () => undefined }));

  return { plan: placed.plan, story, take };
}

/** The steps of the order's plan, as far as they were known when the order was begun. */
function stepsKnown({ plan }: PlacedOrder): OrderStepName[] {
  const enriched = knowsEnrichment();
  return stepsOf[plan].filter((step) => enriched || step !== 'ENRICH');
}
