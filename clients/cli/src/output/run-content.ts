import type { RunDetailsFragment } from '@waybill/client';
import { type Money, moneyText } from './order-lines.ts';
import { paymentText } from './run-lines.ts';

type Of<Name extends RunDetailsFragment['__typename']> = Extract<RunDetailsFragment, { __typename: Name }>;

/** What a run is about, one fact in each line; kinds that are new have none. */
export function contentLines(run: RunDetailsFragment): string[] {
  switch (run.__typename) {
    case 'UserContextRun':
      return contextLines(run);
    case 'PaymentRun':
      return paymentLines(run);
    case 'GreetingRun':
      return [`For       ${run.name}`, ...(run.greeting ? [`Greeting  ${run.greeting}`] : [])];
    case 'StandingOrder':
      return standingOrderLines(run);
    default:
      return [];
  }
}

function contextLines({ userId, strategy, context }: Of<'UserContextRun'>): string[] {
  const { location, weather, catFact, problems } = context;
  return [
    `User      ${userId}, ${strategy}`,
    ...(location ? [`Location  ${location.city}, ${location.country}`] : []),
    ...(weather ? [`Weather   ${weather.temperatureCelsius} °C, ${weather.summary}`] : []),
    ...(catFact ? [`Cat fact  ${catFact}`] : []),
    ...problems.map(({ part, code, message }) => `Missing   ${part}: ${message} (${code})`),
  ];
}

function paymentLines({ orderId, customerId, amount, payment, refundable, compensations }: Of<'PaymentRun'>): string[] {
  return [
    `Order     ${orderId} of ${customerId}, ${moneyText(amount)}`,
    ...(payment ? [`Payment   ${payment.id}  ${paymentText(payment, amount)}`] : []),
    ...(refundable ? [`Can still be refunded: ${moneyText(refundable)}`] : []),
    ...compensations.map(({ name, undoes, status, error }) =>
      [`↩ ${name} (undoes ${undoes})  ${status}`, error?.message].filter(Boolean).join('  '),
    ),
  ];
}

function standingOrderLines(run: Of<'StandingOrder'>): string[] {
  const { every, skipped, missed, pausedBy, template, lastPlacements } = run;
  return [
    `Every     ${every}${skipped ? `, ${skipped} skipped` : ''}${missed ? `, ${missed} missed` : ''}`,
    ...(pausedBy ? [`Paused    by ${pausedBy}`] : []),
    `Order     ${template.items.map(itemText).join(', ')}  for ${template.customerId}, ${template.plan}`,
    `          to ${Object.values(template.shippingAddress).filter(Boolean).join(', ')}`,
    ...lastPlacements.map(placementText),
  ];
}

type Item = { quantity: number; sku: string; price: Money | null };

const itemText = ({ quantity, sku, price }: Item) => `${quantity} × ${sku}${price ? ` at ${moneyText(price)}` : ''}`;

type Placement = Of<'StandingOrder'>['lastPlacements'][number];

const placementText = ({ number, at, outcome, orderId, problem }: Placement) =>
  [`Placement ${number}`, at, outcome, orderId ?? '', problem ? `${problem.message} (${problem.code})` : '']
    .filter(Boolean)
    .join('  ');
