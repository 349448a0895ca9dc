import { expect, test } from 'vitest';
import type { DashboardSystem } from './dashboard-system.ts';
import type { Person } from './person.ts';
import { soon } from './soon.ts';

/**
 * Where each dialog is opened, by the buttons that open it. ORDER stands for an order that waits, PAYMENT for a captured
 * payment, STANDING for a standing order. `offered` replaces the actions that the API offers, so that no step has to fail for them.
 */
const dialogs: Readonly<Record<string, { offered?: readonly string[]; buttons: readonly RegExp[] }>> = {
  '/orders/ORDER': {
    offered: ['REJECT', 'GIVE_UP_STEP', 'SETTLE_COMPENSATION', 'ADD_ITEM', 'CHANGE_ADDRESS', 'CANCEL'],
    buttons: [/^Reject$/, /^Give up step$/, /^Settle manually$/, /^Add item$/, /^Change address$/, /^Cancel order$/],
  },
  '/orders/ORDER?tab=journal': { offered: ['CANCEL_WORKFLOW'], buttons: [/^Cancel workflow$/] },
  '/orders/ORDER/approve': { buttons: [/^Reject$/] },
  '/approvals': { buttons: [/^Reject ORDER$/] },
  '/stock': { buttons: [/^Restock Enamel mug$/] },
  '/runs': { buttons: [/^Payment$/, /^Standing order$/, /^User context$/, /^Greeting$/] },
  '/runs/PAYMENT': { offered: ['REFUND', 'CANCEL'], buttons: [/^Refund$/, /^Cancel run$/] },
  '/runs/STANDING': { buttons: [/^Pause$/, /^Stop$/] },
};

/** By keyboard alone: each dialog is reached and has the focus; after it the focus is where it was, and never lost. */
export function returning({ gateway, someone, waitingOrder }: DashboardSystem): void {
  test('Tab reaches each button that opens a dialog; the focus is in the dialog, and after Escape or Back on the button', async () => {
    const [order, payment, standing] = [await waitingOrder('', 'PT9M'), await aPayment(), await aStandingOrder()];
    const meant = (text: string) =>
      text.replace('ORDER', order).replace('PAYMENT', payment).replace('STANDING', standing);
    const person = await someone('operator', { viewport: { width: 1_280, height: 8_000 } });
    const offer = await offering(person);
    const left: string[] = [];

    for (const [path, { buttons, offered }] of Object.entries(dialogs)) {
      offer(offered);
      await person.go(meant(path));
      for (const button of buttons) {
        const name = new RegExp(meant(button.source));
        for (const leave of ['Escape', 'Back'] as const)
          left.push(`${leave}: ${await openAndLeave(person, name, leave)}`);
      }
    }

    const names = Object.values(dialogs).flatMap(({ buttons }) =>
      buttons.map(({ source }) => meant(source).slice(1, -1)),
    );
    expect(left).toEqual(names.flatMap((name) => [`Escape: inside, ${name}`, `Back: inside, ${name}`]));
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

  test('after a link of the navigation Tab goes on in the page that it opened', async () => {
    const { page, go, heading, keyboard } = await someone('operator');
    await go('/');
    await heading(/./);

    await keyboard.press(/^Orders$/);
    await heading('Orders');
    await soon(() => page.evaluate('document.activeElement.id')).toBe('page');
    await page.keyboard.press('Tab');

    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
  });

  test('after a standing order is stopped the focus is at the verdict, also if the page shows the end before the response', async () => {
    const { page, go, heading, keyboard } = await someone('operator');
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('stopStandingOrder')) return route.fallback();
      const response = await route.fetch();
      await heading(/^Stopped by/);
      return route.fulfill({ response });
    });
    await go(`/runs/${await aStandingOrder()}`);
    await page.getByRole('button', { name: 'Stop' }).waitFor();

    await keyboard.press(/^Stop$/);
    await page.getByRole('dialog').waitFor();
    await keyboard.press(/^Stop$/);

    await page.getByText('Stopped', { exact: true }).waitFor();
    await soon(keyboard.focused).toBe('Stopped');
  });

  async function aPayment(): Promise<string> {
    const { startPayment } = await gateway().told<{
      startPayment: { run: { id: string } };
    }>(`mutation { startPayment(input: {
      orderId: "SHOP-FOCUS", customerId: "ada", amount: "20.00"
    }) { ... on StartPaymentPayload { run { id } } } }`);
    return startPayment.run.id;
  }

  async function aStandingOrder(): Promise<string> {
    const { startStandingOrder } = await gateway().told<{ startStandingOrder: { run: { id: string } } }>(standingOrder);
    return startStandingOrder.run.id;
  }
}

const standingOrder = `mutation { startStandingOrder(input: { every: "PT1H", order: {
  customerId: "ada", customerEmail: "ada@example.com", items: [{ sku: "MUG-001", quantity: 1 }]
  shippingAddress: { street: "1 First Street", city: "London", zip: "N1 7AA", country: "GB" }
} }) { ... on StartStandingOrderPayload { run { id } } } }`;

/** Returns what sets the actions that the API is said to offer on whatever is followed; without any, those that it offers. */
export async function offering({ page }: Person): Promise<(actions?: readonly string[]) => void> {
  let offered: readonly string[] | undefined;
  await page.routeWebSocket('**/graphql', (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) =>
      socket.send(
        offered
          ? String(message).replace(/"availableActions":\[[^\]]*\]/g, `"availableActions":${JSON.stringify(offered)}`)
          : message,
      ),
    );
  });
  return (actions) => {
    offered = actions;
  };
}

/** Resolves with whether the dialog had the focus, and the name of what has it after the dialog. */
async function openAndLeave({ page, keyboard }: Person, button: RegExp, leave: 'Escape' | 'Back'): Promise<string> {
  await page.getByRole('button', { name: button }).first().waitFor();
  await keyboard.press(button);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const isInside = await dialog.evaluate((element) => element.contains(element.ownerDocument.activeElement));
  if (leave === 'Escape') await page.keyboard.press('Escape');
  else await keyboard.press(/^Back$/);
  await dialog.waitFor({ state: 'detached' });
  return `${isInside ? 'inside' : 'outside'}, ${await keyboard.focused()}`;
}
