import { OrderId } from '@waybill/contracts';
import {
  type CommandName,
  commandNames,
  concerns,
  failingWork,
  isOperatorCommand,
  refusalOf,
} from '@waybill/contracts/domain';
import type { Context, Viewer } from '../builder/builder.ts';
import { noSuchOrder } from '../builder/request-errors.ts';
import { viewerOf } from '../viewer/viewer.ts';
import { OrderNotFound } from './errors.ts';
import type { OrderSnapshot } from './port.ts';

// Another customer's order is treated as one that does not exist. Every access to an order by id goes through here.

type Seen = OrderSnapshot | undefined;

const couldBe = (id: string): boolean => OrderId.safeParse(id).success;

const ifVisible = (order: Seen, viewer: Viewer): Seen =>
  viewer.role !== 'CUSTOMER' || order?.customerId === viewer.id ? order : undefined;

export const findVisible = async (id: string, context: Context): Promise<Seen> =>
  couldBe(id) ? ifVisible(await context.orders.find(id), viewerOf(context)) : undefined;

export async function findManyVisible(ids: readonly string[], context: Context): Promise<(OrderSnapshot | null)[]> {
  const candidates = [...new Set(ids.filter(couldBe))];
  const found = candidates.length > 0 ? await context.orders.findMany(candidates) : [];
  const byId = new Map(candidates.map((id, at) => [id, ifVisible(found[at], viewerOf(context))]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The order of a command. */
export async function requireVisible(id: string, context: Context): Promise<OrderSnapshot> {
  const order = await findVisible(id, context);
  if (!order) throw new OrderNotFound(id);
  return order;
}

/** Subscribes viewers who may see the order; for all others the subscription fails before it starts. */
export async function subscribeVisible<T>(
  id: string,
  context: Context,
  follow: () => AsyncIterable<T> | Promise<AsyncIterable<T>>,
) {
  if (!(await findVisible(id, context))) throw noSuchOrder(id);
  return follow();
}

const runsAndHasFailed = (command: CommandName, order: OrderSnapshot): boolean => {
  const work = failingWork(order);
  return !isOperatorCommand(command) || (work !== null && concerns(command, work, work));
};

const forStaff: readonly CommandName[] = ['approve', 'reject'];

/** The commands that the order accepts now from this viewer. */
export const availableCommands = (order: OrderSnapshot, { role }: Viewer): CommandName[] =>
  commandNames.filter(
    (command) =>
      refusalOf(command, order) === null &&
      (role !== 'CUSTOMER' || !forStaff.includes(command)) &&
      (role === 'OPERATOR' || !isOperatorCommand(command)) &&
      runsAndHasFailed(command, order),
  );
