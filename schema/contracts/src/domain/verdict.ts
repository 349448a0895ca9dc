import type { CommandFailure } from './refusals.ts';

/** The result of a command. Written once per command id. */
export type Verdict = {
  commandId: string;
  command: CommandName;
  /** Digest of the command's content, to detect a different command under the same id. */
  fingerprint: string;
  at: string;
  /** Null if the command was accepted. */
  refusal: CommandFailure | null;
  message: string | null;
  /** The field of the command's content that is wrong, if it is a single one. */
  field?: string;
};

/** The commands of operators to steps and compensations that keep failing. */
export const operatorCommands = ['retryNow', 'giveUpStep', 'settleCompensation'] as const;
export type OperatorCommand = (typeof operatorCommands)[number];

export const commandNames = ['approve', 'reject', 'cancel', 'addItem', 'changeAddress', ...operatorCommands] as const;
export type CommandName = (typeof commandNames)[number];
