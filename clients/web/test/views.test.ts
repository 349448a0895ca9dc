import { expect, test } from 'vitest';
import { isShown, viewsFor } from '../src/pages/orders/filters/views.ts';
import type { OrdersSearch } from '../src/pages/orders/orders-search.ts';

test.each<[OrdersSearch, string]>([
  [{}, 'All'],
  [{ attention: true }, 'Needs attention'],
  [{ status: 'REJECTED,CANCELLED,EXPIRED,FAILED', sort: 'NEWEST' }, 'Not shipped'],
  [{ status: 'FAILED' }, 'Failed'],
  [{ status: 'CANCELLED,EXPIRED' }, 'Cancelled, Expired'],
  [{ health: 'RETRYING' }, 'Retrying'],
  [{ status: 'PROCESSING', health: 'STUCK', attention: true }, 'Processing, Stuck, needs attention'],
  [{ status: 'TELEPORTED' }, 'Teleported'],
])('of all views, %o is shown by the one called %s', (search, name) => {
  const shown = viewsFor(search).filter((view) => isShown(view, search));

  expect(shown).toMatchObject([{ name }]);
});
