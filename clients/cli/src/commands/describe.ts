import type { OrderDetailsFragment } from '@waybill/client';
import { drawing } from '@waybill/terminal';
import type { Call } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { findOrder } from '../lookup/find-order.ts';
import { compensationLine, moneyText } from '../output/order-lines.ts';

export const run = async (context: Context, { args: [id = ''] }: Call<object>): Promise<undefined> =>
  describe(context, id);

/** Prints every detail of an order. */
export async function describe({ client, output, signal }: Context, id: string): Promise<undefined> {
  const order = await findOrder(await client(), id, signal);
  const { paint } = output.terminal;
  output.one(order, (each) => [
    `${paint.bold(each.id)}  ${moneyText(each.total)}  of ${each.customerId}, placed ${each.createdAt}`,
    ...each.items.map(
      ({ quantity, sku, name, lineTotal }) => `  ${quantity} × ${sku} ${name ?? ''}  ${moneyText(lineTotal)}`,
    ),
    `  to ${Object.values(each.shippingAddress).filter(Boolean).join(', ')}`,
    '',
    ...drawing(each, paint, Date.now()),
    ...each.compensations.map(compensationLine),
    '',
    ...factsOf(each),
  ]);
}

function factsOf(order: OrderDetailsFragment): string[] {
  const { failure, payment, shipment, approvalDeadline, links } = order;
  return [
    ...(failure ? [`Failure   ${failure.code}: ${failure.message}`] : []),
    ...(order.paymentReference ? [`Paid by   ${order.paymentReference}`] : []),
    ...(payment ? [`Payment   ${payment.id}  ${payment.status}`] : []),
    ...(shipment?.trackingNumber
      ? [`Shipment  ${shipment.carrier ?? ''} ${shipment.trackingNumber}  ${shipment.status}`]
      : []),
    ...(order.status === 'AWAITING_APPROVAL' && approvalDeadline ? [`Approval  until ${approvalDeadline}`] : []),
    `Actions   ${order.availableActions.join(', ') || 'none'}`,
    `Revision  ${order.revision}, as of ${order.asOf}`,
    ...(links?.temporalUi ? [`Temporal  ${links.temporalUi}`] : []),
  ];
}
