import {
  type CommandName,
  fulfillment,
  type OrderState,
  type OrderStepName,
  type PlacedOrder,
} from '@waybill/contracts/domain';
import { BookInMemory } from '../support/book-in-memory.ts';
import { fakeProviders } from '../support/fake-providers.ts';
import type { Operation } from '../support/operation.ts';
import { anOrder } from '../support/order.ts';
import { fails, gate, hangs, losesItsReply, refuses, type Turn, works } from '../support/script.ts';
import type { Act, Moment, Said, Schedule } from './schedule.ts';

const mug = { sku: 'MUG', name: 'Mug', quantity: 1, unitPrice: { amountMinor: 900, currencyCode: 'USD' } };
const secondStreet = { street: '2 Second Street', city: 'London', state: null, zip: 'N2', country: 'GB' };

const contents: Record<CommandName, object> = {
  approve: { note: null },
  reject: { reason: 'no' },
  cancel: { reason: 'changed my mind' },
  addItem: { item: mug },
  changeAddress: { address: secondStreet },
  retryNow: {},
  giveUpStep: { reason: 'it never works' },
  settleCompensation: { note: 'done by hand' },
};

/** An order that is as the schedule wants it, and soon loses patience. */
export const orderOf = ({ plan, requiresApproval, limitMs }: Schedule, fixed: Partial<PlacedOrder> = {}): PlacedOrder =>
  anOrder(
    { plan, requiresApproval, approvalTimeoutMs: 1_500, ...(limitMs === undefined ? {} : { limitMs }), ...fixed },
    { attempts: 2, firstRetryMs: 10, timeoutMs: 1_000 },
  );

/** The step of which operators speak while it, or its undo, is called. */
const stepAt: Partial<Record<Moment, OrderStepName>> = {
  authorize: 'AUTHORIZE_PAYMENT',
  release: 'AUTHORIZE_PAYMENT',
  reserve: 'RESERVE_INVENTORY',
  'release stock': 'RESERVE_INVENTORY',
  capture: 'CAPTURE_PAYMENT',
  refund: 'CAPTURE_PAYMENT',
  prepare: 'PREPARE_PACKAGE',
  'cancel shipment': 'PREPARE_PACKAGE',
  label: 'CREATE_LABEL',
  'cancel label': 'CREATE_LABEL',
  dispatch: 'DISPATCH_CARRIER',
  notify: 'NOTIFY_CUSTOMER',
};

/** The signal in which a command comes. */
export const signalOf = ({ command, id, at }: Said & { command: CommandName }) => ({
  name: fulfillment.signals[command],
  payload: {
    commandId: `c-${id}`,
    actor: 'maria',
    fingerprint: command,
    ...contents[command],
    ...(stepAt[at] ? { step: stepAt[at], attempt: 2 } : {}),
  },
});

/** All of a schedule that does not come from its engine: providers and a book that do as it says, and people who `say`. */
export function staged(orderId: string, schedule: Schedule, say: (said: Said) => Promise<void>) {
  const over = gate('arrives late');
  const said = new Set<Moment>();

  const comes = async (moment: Moment) => {
    if (said.has(moment)) return;
    said.add(moment);
    for (const each of schedule.said) if (each.at === moment) await say(each);
  };

  const script = fakeProviders(orderId, (operation) => comes(operation));
  for (const [operation, acts] of Object.entries(schedule.script))
    script.scripts(operation as Operation, ...acts.map((act) => turnOf(act, over.turn)));
  const states: OrderState[] = [];
  const book = new BookInMemory((order) => {
    states.push(structuredClone(order));
    if (order.status === 'AWAITING_APPROVAL') void comes('asked');
  });
  return {
    /** What the book knew of the order, one state after the other. */
    states,
    script,
    book,
    comes,
    /** The order is over; what comes late has come when this resolves. */
    async isOver(): Promise<void> {
      over.open();
      await new Promise(setImmediate);
    },
  };
}

function turnOf(act: Act, late: Turn): Turn {
  const turns: Record<string, Turn> = { works, fails, hangs, late, 'loses its reply': losesItsReply };
  return turns[act] ?? refuses(act as Parameters<typeof refuses>[0]);
}
