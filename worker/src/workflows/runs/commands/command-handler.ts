import { type RunCommands, type RunRefusal, refusalOfRun, runHasRoomFor } from '@waybill/contracts/domain';
import type { Attribution } from '../../shared/state/journal.ts';
import type { RunSaga } from '../saga/saga.ts';
import type { RunRecord } from '../state/run-record.ts';
import { parseRunCommand } from './parse-run-command.ts';

type SignalName = keyof RunCommands;

const unknownActor: Attribution = { actor: 'unknown', correlationId: '' };

/**
 * Creates the handler of a command's signal. Every command id gets exactly one verdict: a repeated id changes nothing.
 * A signal that cannot be parsed changes nothing either, and is journaled.
 */
export const createRunCommandHandler =
  (run: RunRecord, saga: RunSaga) =>
  <Name extends SignalName>(name: Name, execute: (command: RunCommands[Name]) => void) =>
  (payload: unknown) => {
    saga.haltIfHistoryTooLong();
    const command = parseRunCommand(name, payload);
    if (typeof command === 'string') return run.commands.refuse(name, 'INVALID_INPUT', unknownActor, command);

    const { commandId, fingerprint, actor } = command;
    if (run.commands.verdicts.on(commandId)) return run.commands.repeat(commandId);
    const verdict = { commandId, command: name, fingerprint, actor };
    if (!runHasRoomFor(name, run.state)) return run.commands.rejectOverLimit(verdict);
    run.state.commands.taken += 1;

    const refusal: RunRefusal | null = refusalOfRun(name, run.state);
    run.commands.decide({ ...verdict, refusal, message: null }, command);
    if (!refusal) execute(command);
  };
