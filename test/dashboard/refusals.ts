import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import type { DashboardSystem } from './dashboard-system.ts';
import { soon } from './soon.ts';

type Refused = {
  /** Where the form is. ORDER stands for an order that waits, PAYMENT for a captured payment. */
  path: string;
  /** What is typed, by label. */
  typed: Readonly<Record<string, string>>;
  send: string;
  /** The label of the field that is refused. */
  field: string;
};

const address = { Street: '1 First Street', City: 'London', 'Postal code': 'N1 7AA' };

const forms: Readonly<Record<string, Refused>> = {
  'a payment': {
    path: '/runs?start=payment',
    send: 'Start',
    field: 'Amount',
    typed: { 'For order': 'SHOP-9', 'Customer id': 'ada', Amount: 'ten' },
  },
  'a payment in no currency': {
    path: '/runs?start=payment',
    send: 'Start',
    field: 'Currency',
    typed: { 'For order': 'SHOP-9', 'Customer id': 'ada', Amount: '10.00', Currency: 'ABC' },
  },
  'a standing order': {
    path: '/runs?start=standing-order',
    send: 'Start',
    field: 'Country code',
    typed: { 'Customer id': 'ada', 'E-mail': 'ada@example.com', ...address, 'Country code': 'ZZ' },
  },
  'a greeting': { path: '/runs?start=greeting', typed: { Name: '   ' }, send: 'Start', field: 'Name' },
  'an item': {
    path: '/orders/ORDER?dialog=ADD_ITEM',
    send: 'Add item',
    field: 'SKU',
    typed: { SKU: 'NO-SUCH-PRODUCT', Quantity: '3' },
  },
  'an address': {
    path: '/orders/ORDER?dialog=CHANGE_ADDRESS',
    send: 'Change address',
    field: 'Country code',
    typed: { ...address, 'Country code': 'ZZ' },
  },
  'a rejection': { path: '/orders/ORDER?dialog=REJECT', typed: { Reason: '   ' }, send: 'Reject', field: 'Reason' },
  'a refund': {
    path: '/runs/PAYMENT?dialog=REFUND',
    send: 'Refund',
    field: 'Amount',
    typed: { Amount: 'all of it', Reason: 'One was broken' },
  },
};

/** Whether the reason that is beside a field is read nowhere else in its dialog. */
async function isReadOnce(dialog: Locator, field: string): Promise<boolean> {
  const about = await dialog.getByLabel(field, { exact: true }).getAttribute('aria-describedby');
  const reason = await dialog.locator(`[id="${about?.split(' ').at(-1)}"]`).textContent();
  const text = await dialog.textContent();
  return !!reason && text?.split(reason).length === 2;
}

/** What the gateway refuses, form by form. */
export function testRefusals({ gateway, someone, waitingOrder }: DashboardSystem): void {
  test('what is refused in a dialog is shown beside its field, and no input is lost', async () => {
    const [order, payment] = [await waitingOrder(), await aPayment()];
    const { page, go } = await someone('operator');
    const found: Record<string, unknown> = {};

    for (const [name, { path, typed, send, field }] of Object.entries(forms)) {
      await go(path.replace('ORDER', order).replace('PAYMENT', payment));
      const dialog = page.getByRole('dialog');
      for (const [label, text] of Object.entries(typed)) await dialog.getByLabel(label, { exact: true }).fill(text);
      await dialog.getByRole('button', { name: send, exact: true }).click();
      await dialog.getByRole('status').waitFor();
      const values = Object.keys(typed).map(async (label) => [
        label,
        await dialog.getByLabel(label, { exact: true }).inputValue(),
      ]);
      found[name] = {
        isInvalid: await dialog.getByLabel(field, { exact: true }).getAttribute('aria-invalid'),
        isReadOnce: await isReadOnce(dialog, field),
        advice: (await dialog.getByRole('status').textContent())?.includes('Send it again') ?? false,
        typed: Object.fromEntries(await Promise.all(values)),
      };
    }

    expect(found).toEqual(
      Object.fromEntries(
        Object.entries(forms).map(([name, { typed }]) => [
          name,
          { isInvalid: 'true', isReadOnce: true, advice: false, typed },
        ]),
      ),
    );
  });

  test('of a double click on Start, Refund or Restock one is done', async () => {
    const { page, go, heading } = await someone('operator');
    const twice = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).dblclick();
    await go('/runs?start=payment');
    await page.getByLabel('For order').fill('SHOP-TWICE');
    await page.getByLabel('Customer id').fill('ada');
    await page.getByLabel('Amount').fill('20.00');
    await twice('Start');
    await heading('$20.00 was captured');
    await page.getByRole('button', { name: 'Refund' }).click();
    await page.getByLabel('Amount').fill('5.00');
    await page.getByLabel('Reason').fill('One was broken');
    await twice('Refund');
    await heading('$5.00 of $20.00 was refunded');
    const before = await stockOf('KITE-001');
    await go('/stock?restock=KITE-001');
    await page.getByLabel('How many more').fill('7');
    await twice('Restock');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await soon(() => stockOf('KITE-001')).toBe(before + 7);
    const { workflowRuns } = await gateway().told<{ workflowRuns: { nodes: { orderId?: string }[] } }>(
      '{ workflowRuns(first: 100, kind: [PAYMENT]) { nodes { ... on PaymentRun { orderId } } } }',
    );
    expect(workflowRuns.nodes.filter(({ orderId }) => orderId === 'SHOP-TWICE')).toHaveLength(1);
  });

  async function stockOf(sku: string): Promise<number> {
    const { catalogue } = await gateway().told<{ catalogue: { sku: string; available: number }[] }>(
      '{ catalogue { sku available } }',
    );
    return catalogue.find((product) => product.sku === sku)?.available ?? 0;
  }

  async function aPayment(): Promise<string> {
    const { startPayment } = await gateway().told<{ startPayment: { run: { id: string } } }>(
      `mutation { startPayment(input: { orderId: "SHOP-FORMS", customerId: "ada", amount: "20.00" }) {
        ... on StartPaymentPayload { run { id } }
      } }`,
    );
    return startPayment.run.id;
  }
}
