import { expect, test } from 'vitest';
import type { DashboardSystem } from './dashboard-system.ts';
import type { Person } from './person.ts';
import { soon } from './soon.ts';

/** Where each dialog is opened, by the buttons that open it. ORDER stands for an order that waits, PAYMENT for a captured payment. */
const dialogs: Readonly<Record<string, readonly RegExp[]>> = {
  '/orders/ORDER': [/^Reject$/, /^Add item$/, /^Change address$/, /^Cancel order$/],
  '/orders/ORDER/approve': [/^Reject$/],
  '/approvals': [/^Reject ORDER$/],
  '/stock': [/^Restock Enamel mug$/],
  '/runs': [/^Payment$/, /^Standing order$/, /^User context$/, /^Greeting$/],
  '/runs/PAYMENT': [/^Refund$/],
};

/** By keyboard alone: after a dialog the focus is where it was, and never lost. */
export function returning({ gateway, someone, waitingOrder }: DashboardSystem): void {
  test('after each dialog the focus is on the button that opened it, whether it was left by Escape or by Back', async () => {
    const [order, payment] = [await waitingOrder(), await aPayment()];
    const meant = (text: string) => text.replace('ORDER', order).replace('PAYMENT', payment);
    const person = await someone('operator', { viewport: { width: 1_280, height: 8_000 } });
    const left: string[] = [];

    for (const [path, buttons] of Object.entries(dialogs)) {
      await person.go(meant(path));
      for (const button of buttons) {
        const name = new RegExp(meant(button.source));
        for (const leave of ['Escape', 'Back'] as const)
          left.push(`${leave}: ${await openAndLeave(person, name, leave)}`);
      }
    }

    expect(left).toEqual(
      Object.values(dialogs).flatMap((buttons) =>
        buttons.flatMap((button) => {
          const name = meant(button.source).slice(1, -1);
          return [`Escape: ${name}`, `Back: ${name}`];
        }),
      ),
    );
  });

  test('after a decision the focus is beside its verdict, so that the next key leads on', async () => {
    const order = await waitingOrder();
    const { page, go, keyboard } = await someone('manager');
    await go(`/orders/${order}/approve`);
    await page.getByRole('button', { name: 'Approve' }).waitFor();

    await keyboard.press(/^Approve$/);
    await page.getByRole('link', { name: 'Watch it' }).waitFor();
    await soon(() => page.evaluate('document.activeElement !== document.body')).toBe(true);
    await page.keyboard.press('Tab');

    await soon(keyboard.focused).toBe('Watch it');
  });

  async function aPayment(): Promise<string> {
    const { startPayment } = await gateway().told<{
      startPayment: { run: { id: string } };
    }>(`mutation { startPayment(input: {
      orderId: "SHOP-FOCUS", customerId: "ada", amount: "20.00"
    }) { ... on StartPaymentPayload { run { id } } } }`);
    return startPayment.run.id;
  }
}

/** Resolves with the name of what has the focus after the dialog. */
async function openAndLeave({ page, keyboard }: Person, button: RegExp, leave: 'Escape' | 'Back'): Promise<string> {
  const opener = page.getByRole('button', { name: button }).first();
  await opener.waitFor();
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  if (leave === 'Escape') await page.keyboard.press('Escape');
  else await keyboard.press(/^Back$/);
  await dialog.waitFor({ state: 'detached' });
  return keyboard.focused();
}
