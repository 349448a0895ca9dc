import { healthWord, statusWords } from '../../../order/words.ts';
import type { OrdersSearch } from '../orders-search.ts';

/** The most common filters. */
export type View = { name: string; search: OrdersSearch };

export const views: readonly View[] = [
  { name: 'All', search: {} },
  { name: 'Needs attention', search: { attention: true } },
  { name: 'Stuck', search: { health: 'STUCK' } },
  { name: 'Awaiting approval', search: { status: 'AWAITING_APPROVAL', sort: 'DEADLINE' } },
  { name: 'Under way', search: { status: 'RECEIVED,APPROVED,PROCESSING' } },
  { name: 'Being undone', search: { status: 'COMPENSATING' } },
  { name: 'Shipped', search: { status: 'SHIPPED' } },
  { name: 'Not shipped', search: { status: 'REJECTED,CANCELLED,EXPIRED,FAILED' } },
];

const parts = ['status', 'health', 'attention'] as const;

export const isShown = ({ search }: View, current: OrdersSearch): boolean =>
  parts.every((part) => search[part] === current[part]);

/** The views, and the filter of a link that is none of them, so that what narrows the list is always among them. */
export const viewsFor = (current: OrdersSearch): readonly View[] =>
  views.some((view) => isShown(view, current)) ? views : [...views, ofLink(current)];

function ofLink({ status, health, attention }: OrdersSearch): View {
  const names = [
    ...(status?.split(',').map((each) => statusWords(each).word) ?? []),
    ...(health?.split(',').map(healthWord) ?? []),
    ...(attention ? ['needs attention'] : []),
  ];
  return { name: names.join(', '), search: { status, health, attention } };
}
