import { GivenNote } from '@waybill/contracts';
import { builder, type Context } from '../builder/builder.ts';
import { calls, callsToCommand } from '../cost/call-cost.ts';
import { InvalidInput } from '../error/errors.ts';
import { createValidation } from '../error/validation.ts';
import { CommandId } from '../order/command.ts';
import { NothingToDo, VerdictPending } from '../order/errors.ts';
import { RunClosed, RunConflict, RunNotFound } from './errors.ts';
import { commandFields } from './inputs.ts';
import { createRunPayload } from './payload.ts';
import { StandingOrder } from './standing-order.ts';
import { requireActing, requireKind } from './visibility.ts';

// The commands to a standing order.

const StandingOrderCommandInput = builder.inputType('StandingOrderCommandInput', {
  description: 'A command to a standing order.',
  fields: (t) => ({
    ...commandFields(t, 'Id of the standing order.'),
    note: t.string({ description: 'Text for the journal, up to 500 characters.' }),
  }),
});

const StandingOrderCommandPayload = createRunPayload<'STANDING_ORDER'>(
  'StandingOrderCommandPayload',
  StandingOrder,
  'Result of a successful command to a standing order.',
);

const standingOrderCommands = {
  pause: 'Pauses a standing order: it places no orders until it is resumed.',
  resume: 'Resumes a paused standing order at the next period of its schedule.',
  skip: 'Skips the next period of a standing order.',
  stop: 'Stops a standing order. Orders that it has placed continue.',
} as const;
type StandingOrderCommandName = keyof typeof standingOrderCommands;
const standingOrderCommandNames = ['pause', 'resume', 'skip', 'stop'] as const;

type Command = typeof StandingOrderCommandInput.$inferInput;
const errors = [InvalidInput, RunConflict, RunNotFound, RunClosed, NothingToDo, VerdictPending] as const;

const StandingOrderCommandResult = builder.errorUnion('StandingOrderCommandResult', {
  description: 'Result of a command to a standing order.',
  types: [StandingOrderCommandPayload, ...errors],
  resolveType: () => 'StandingOrderCommandPayload',
});

const tell = async (name: StandingOrderCommandName, input: Command, context: Context) => {
  const { runId } = requireKind(await requireActing(input.id, context), 'STANDING_ORDER');
  const validation = createValidation();
  const command = {
    runId,
    name,
    commandId: validation.parse(['commandId'], CommandId.nullable(), input.commandId ?? null),
    note: validation.parse(['note'], GivenNote.nullable(), input.note ?? null),
  };
  return { run: await context.runs.command(validation.validated(command)) };
};

for (const name of standingOrderCommandNames) {
  builder.mutationField(`${name}StandingOrder`, (t) =>
    t.field({
      type: StandingOrderCommandResult,
      description: standingOrderCommands[name],
      args: {
        input: t.arg({ type: StandingOrderCommandInput, required: true, description: 'The standing order.' }),
      },
      complexity: calls(callsToCommand),
      resolve: (_, { input }, context) => tell(name, input, context),
    }),
  );
}
