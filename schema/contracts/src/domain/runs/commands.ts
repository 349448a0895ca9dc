import type { CommandEnvelope } from '../commands.ts';
import type { Attention } from '../health.ts';
import type { Money } from '../order.ts';
import { isRunClosed, type RunAction, type RunCommandName, type RunRefusal, runCommandNames } from './kinds.ts';
import type { PaymentRun, RunState, StandingOrderRun } from './state.ts';

type WithNote = CommandEnvelope & { note: string | null };

/** The payload of each command's signal, by the command's name. A refund is a workflow of its own, and no signal. */
export type RunCommands = {
  cancel: CommandEnvelope & { reason: string };
  pause: WithNote;
  resume: WithNote;
  skip: WithNote;
  stop: WithNote;
};

/** The input of `refundPayment`. Without an amount, everything that is left is refunded. */
export type RefundCommand = CommandEnvelope & { runId: string; amount: Money | null; reason: string };

/** Nothing but refunds is decided after this. */
export const runEndIsDecided = ({
  status,
  failure,
  endedAt,
}: Pick<RunState, 'status' | 'failure' | 'endedAt'>): boolean =>
  failure !== null || endedAt !== null || isRunClosed(status);

/** Whether the run accepts one more command within its limit. It can always be ended. */
export const runHasRoomFor = (command: RunCommandName, run: RunState): boolean =>
  run.commands.taken < run.commands.most || (!runEndIsDecided(run) && (command === 'cancel' || command === 'stop'));

export const runHasNoRoom = ({ commands }: Pick<RunState, 'commands'>): string =>
  `The run accepts no more commands: it has received ${commands.taken}`;

/** The amount of a payment that can still be refunded; null if nothing was captured. */
export function refundableOf({ payment }: Pick<PaymentRun, 'payment'>): Money | null {
  const captured = payment?.captured;
  if (!captured) return null;
  const left = payment.status === 'CAPTURED' ? captured.amountMinor - (payment.refunded?.amountMinor ?? 0) : 0;
  return { ...captured, amountMinor: Math.max(0, left) };
}

/** A run, and the attention that was reported for it. */
type RunSeen = RunState & { attention?: Attention | null };

/**
 * Why the run refuses this command now; null if it accepts it. The single rule for the workflow, which decides, and for
 * the gateway, which shows `availableActions` and answers for closed runs.
 */
export function refusalOfRun(command: RunCommandName, run: RunSeen): RunRefusal | null {
  if (command === 'refund') return isRefundable(run) ? null : 'NOTHING_TO_DO';
  if (runEndIsDecided(run) || run.attention === 'LOST') return 'RUN_CLOSED';
  if (command === 'cancel') return null;
  return run.kind === 'STANDING_ORDER' && changesSomething[command](run) ? null : 'NOTHING_TO_DO';
}

/** The actions that a viewer with all rights can take on this run now. */
export const actionsOfRun = (run: RunSeen): RunAction[] =>
  runCommandNames.flatMap((command) =>
    refusalOfRun(command, run) === null ? [command.toUpperCase() as Uppercase<typeof command>] : [],
  );

/** A run that is being compensated is refunded by its compensation. */
const isRefundable = (run: RunState): boolean =>
  run.kind === 'PAYMENT' && run.status !== 'COMPENSATING' && (refundableOf(run)?.amountMinor ?? 0) > 0;

const changesSomething: Record<Exclude<RunCommandName, 'cancel' | 'refund'>, (run: StandingOrderRun) => boolean> = {
  pause: ({ status }) => status === 'RUNNING',
  resume: ({ status }) => status === 'PAUSED',
  skip: ({ status, nextAt, skipsNext }) => status === 'RUNNING' && nextAt !== null && !skipsNext,
  stop: () => true,
};
