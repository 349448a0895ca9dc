import type { Attention } from './health.ts';
import type { Address, CommandName, OrderItem, OrderState } from './order.ts';
import { endIsDecided } from './progress.ts';
import type { CommandRefusal } from './refusals.ts';
import { isClosed } from './statuses.ts';

/** What every signal carries. `fingerprint` is a digest of the command and its content. */
export type CommandEnvelope = {
  commandId: string;
  actor: string;
  fingerprint: string;
  /** Of the request that it came with. */
  correlationId: string;
  /** Whether it comes from a manager or an operator: part of an order's command limit is reserved for them. */
  byStaff: boolean;
};

export type ApproveCommand = CommandEnvelope & { note: string | null };
export type RejectCommand = CommandEnvelope & { reason: string };
export type CancelCommand = CommandEnvelope & { reason: string };
export type AddItemCommand = CommandEnvelope & { item: OrderItem };
export type ChangeAddressCommand = CommandEnvelope & { address: Address };

/** The payload of each command's signal, by the command's name. */
export type Commands = {
  approve: ApproveCommand;
  reject: RejectCommand;
  cancel: CancelCommand;
  addItem: AddItemCommand;
  changeAddress: ChangeAddressCommand;
};

/** The actor of an approval that no person gave. */
export const autoApproval = 'auto-approval';

/** A command id as the API takes it: 1 to 64 letters, digits, dots, dashes, underscores or colons. */
export const commandIdShape = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

/** Whether the order's command limit leaves room for one more, from staff or from a customer. */
export const hasRoomFor = ({ commands }: Pick<OrderState, 'commands'>, byStaff: boolean): boolean =>
  commands.taken < commands.most - (byStaff ? 0 : commands.keptForStaff);

export const noRoom = ({ commands }: Pick<OrderState, 'commands'>): string =>
  `The order takes no more commands: it has had ${commands.taken}`;

/**
 * Why this order does not take this command now, or null when it does. The one rule for the workflow, which decides,
 * and for the gateway, which shows `availableActions` and answers for orders that are long closed.
 */
export function refusalOf(
  command: CommandName,
  order: Pick<OrderState, 'status' | 'steps' | 'failure'> & { attention?: Attention | null },
): CommandRefusal | null {
  if (command === 'cancel' && order.status === 'SHIPPED') return 'ALREADY_SHIPPED';
  if (order.attention === 'LOST' && !isClosed(order.status)) return 'WORKFLOW_LOST';
  if (endIsDecided(order)) return 'ORDER_CLOSED';
  if (command === 'cancel') return null;
  if (command === 'changeAddress') return labelBegun(order) ? 'ADDRESS_LOCKED' : null;
  return order.status === 'AWAITING_APPROVAL' ? null : 'ORDER_NOT_AWAITING_APPROVAL';
}

const labelBegun = ({ steps }: Pick<OrderState, 'steps'>): boolean =>
  steps.some(({ name, status }) => name === 'CREATE_LABEL' && status !== 'PENDING' && status !== 'SKIPPED');
