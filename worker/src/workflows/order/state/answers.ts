import { defineQuery, setHandler } from '@temporalio/workflow';
import {
  fulfillment,
  type OrderAnswer,
  type OrderItem,
  type OrderStatus,
  type OrderStep,
  type Verdict,
} from '@waybill/contracts/words';
import type { OrderRecord } from './order-record.ts';

const { queries } = fulfillment;

/** Answers what may be asked of an order: all of it in one call, or one thing at a time. */
export function answerQueries(order: OrderRecord): void {
  setHandler(defineQuery<OrderAnswer, [number?]>(queries.order), (afterSeq) => order.answer(afterSeq));
  setHandler(defineQuery<OrderStatus>(queries.status), () => order.state.status);
  setHandler(defineQuery<number>(queries.progress), () => order.state.progress);
  setHandler(defineQuery<OrderStep[]>(queries.steps), () => order.state.steps);
  setHandler(defineQuery<Verdict | null, [string]>(queries.verdict), (id) => order.verdicts.on(id) ?? null);
  setHandler(defineQuery<OrderItem[]>(queries.items), () => order.state.items);
}
