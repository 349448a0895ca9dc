import type { Attention } from './health.ts';
import type { Address, OrderItem, OrderState } from './order.ts';
import { endIsDecided } from './progress.ts';
import type { CommandRefusal } from './refusals.ts';
import { isClosed } from './statuses.ts';
import type { OrderStepName } from './steps.ts';
import { type CommandName, type OperatorCommand, operatorCommands } from './verdict.ts';

/** What every signal carries. `fingerprint` is a digest of the command and its content. */
export type CommandEnvelope = {
  commandId: string;
  actor: string;
  fingerprint: string;
  /** The correlation id of the request that sent it. */
  correlationId: string;
  /** Whether it comes from a manager or an operator: part of an order's command limit is reserved for them. */
  byStaff: boolean;
};

export type ApproveCommand = CommandEnvelope & { note: string | null };
export type RejectCommand = CommandEnvelope & { reason: string };
export type CancelCommand = CommandEnvelope & { reason: string };
export type AddItemCommand = CommandEnvelope & { item: OrderItem };
/**
 * `from` is the address that the new one was derived from; if the address has changed since, the command is refused.
 */
export type ChangeAddressCommand = CommandEnvelope & { address: Address; from?: Address };

/**
 * The step or compensation that an operator's command is for, and its attempt at that time; 0 if nothing was running.
 */
type FailingWork = { step: OrderStepName | null; attempt: number };
export type RetryNowCommand = CommandEnvelope & FailingWork;
export type GiveUpStepCommand = CommandEnvelope & FailingWork & { reason: string };
export type SettleCompensationCommand = CommandEnvelope & FailingWork & { note: string };

/** The payload of each command's signal, by the command's name. */
export type Commands = {
  approve: ApproveCommand;
  reject: RejectCommand;
  cancel: CancelCommand;
  addItem: AddItemCommand;
  changeAddress: ChangeAddressCommand;
  retryNow: RetryNowCommand;
  giveUpStep: GiveUpStepCommand;
  settleCompensation: SettleCompensationCommand;
};

/** The actor of an approval that no person gave. */
export const autoApproval = 'auto-approval';

/** A command id as the API takes it: 1 to 64 letters, digits, dots, dashes, underscores or colons. */
export const commandIdShape = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

/** Whether the order's command limit leaves room for one more, from staff or from a customer. */
export const hasRoomFor = ({ commands }: Pick<OrderState, 'commands'>, byStaff: boolean): boolean =>
  commands.taken < commands.most - (byStaff ? 0 : commands.keptForStaff);

export const noRoom = ({ commands }: Pick<OrderState, 'commands'>): string =>
  `The order accepts no more commands: it has received ${commands.taken}`;

/**
 * Why the order refuses this command now; null if it accepts it. The single rule for the workflow, which decides, and
 * for the gateway, which shows `availableActions` and answers for closed orders.
 */
export function refusalOf(
  command: CommandName,
  order: Pick<OrderState, 'status' | 'steps' | 'failure' | 'closedAt'> & { attention?: Attention | null },
): CommandRefusal | null {
  if (command === 'cancel' && order.status === 'SHIPPED') return 'ALREADY_SHIPPED';
  if (isOperatorCommand(command) && order.closedAt !== null) return 'ORDER_CLOSED';
  if (order.attention === 'LOST' && (isOperatorCommand(command) || !isClosed(order.status))) return 'WORKFLOW_LOST';
  if (isOperatorCommand(command)) return null;
  if (endIsDecided(order)) return 'ORDER_CLOSED';
  if (command === 'cancel') return null;
  if (command === 'changeAddress') return labelBegun(order) ? 'ADDRESS_LOCKED' : null;
  return order.status === 'AWAITING_APPROVAL' ? null : 'ORDER_NOT_AWAITING_APPROVAL';
}

const labelBegun = ({ steps }: Pick<OrderState, 'steps'>): boolean =>
  steps.some(({ name, status }) => name === 'CREATE_LABEL' && status !== 'PENDING' && status !== 'SKIPPED');

export const isOperatorCommand = (command: CommandName): command is OperatorCommand =>
  (operatorCommands as readonly CommandName[]).includes(command);
