import type { CommandFailure } from './refusals.ts';

/** The result of a command. Written once per command id. */
export type Verdict = {
  commandId: string;
  command: CommandName;
  /** Digest of the command's content, so that another command under the same id is noticed. */
  fingerprint: string;
  at: string;
  /** Null: the command was accepted. */
  refusal: CommandFailure | null;
  message: string | null;
  /** The field within the command's content that is wrong, where it is a single one. */
  field?: string;
};

/** The commands of operators to what keeps failing. */
export const operatorCommands = ['retryNow', 'giveUpStep', 'settleCompensation'] as const;
export type OperatorCommand = (typeof operatorCommands)[number];

export const commandNames = ['approve', 'reject', 'cancel', 'addItem', 'changeAddress', ...operatorCommands] as const;
export type CommandName = (typeof commandNames)[number];
