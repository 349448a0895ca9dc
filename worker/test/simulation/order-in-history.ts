import { fulfillment, type OrderAnswer } from '@waybill/contracts/domain';
import { type HistoryEvent, rebuild, type Sandbox } from '@waybill/temporal-simulator';

/** What an order knows of itself by its history alone, with its whole journal. */
export async function orderIn(sandbox: Sandbox, events: readonly HistoryEvent[]): Promise<OrderAnswer | undefined> {
  const { workflow } = await rebuild(sandbox, events);
  const journal: OrderAnswer['journal'] = [];
  for (;;) {
    await workflow.answer([fulfillment.queries.order], journal.length);
    const [answer] = workflow.takeAnswers() as OrderAnswer[];
    journal.push(...(answer?.journal ?? []));
    if (answer && answer.journal.length > 0) continue;
    await workflow.dispose();
    return answer && { ...answer, journal };
  }
}
