import { OrderState } from '@waybill/contracts';
import { expect, test } from 'vitest';
import { ada, anOrder, aShop, manager } from './shop.ts';

const question = '{ order(id: "ORD-1") { placedBy customerEmail autoApprovesAt } }';
const email = 'ada@example.com';

test.each<[string, string | null, string | null, string | null]>([
  ['the customer', 'ada', 'ada', 'ada'],
  ['staff', 'mia', null, 'mia'],
  ['a standing order', 'STO-1', 'STO-1', 'STO-1'],
  ['nobody who was kept', null, null, null],
])(
  'of an order that %s placed, its customer and a manager see who placed it, if permitted',
  async (_, by, toCustomer, toStaff) => {
    const shop = aShop({ orders: [anOrder({ placedBy: by, autoApprovesAt: '2026-01-02T03:06:05.000Z' })] });

    const answers = await Promise.all([ada, manager].map((viewer) => shop.as(viewer).asks(question)));

    const visible = { customerEmail: email, autoApprovesAt: '2026-01-02T03:06:05.000Z' };
    expect(answers).toEqual([toCustomer, toStaff].map((placedBy) => ({ data: { order: { placedBy, ...visible } } })));
  },
);

test('an order from before this was recorded can still be read', () => {
  const { asOf, running, temporalUi, placedBy, autoApprovesAt, ...before } = anOrder();

  expect(OrderState.parse(before)).toMatchObject({ placedBy: null, autoApprovesAt: null });
});
