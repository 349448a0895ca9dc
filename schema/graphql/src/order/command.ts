import { commandIdShape } from '@waybill/contracts/domain';
import { z } from 'zod';
import type { Context, SchemaTypes } from '../builder/builder.ts';
import { createValidation, type Validation } from '../error/validation.ts';
import type { CommandContent, OrderSnapshot } from './port.ts';
import { requireVisible } from './visibility.ts';

// What all commands to an order have in common: input fields and their validation.

export const CommandId = z
  .string()
  .regex(
    commandIdShape,
    'must be 1 to 64 letters, digits, dots, dashes, underscores or colons, the first a letter or digit',
  );

export const commandFields = (t: PothosSchemaTypes.InputFieldBuilder<SchemaTypes, 'InputObject'>) => ({
  orderId: t.id({ required: true, description: 'Id of the order.' }),
  commandId: t.id({
    description:
      'Idempotency key of the command, 1 to 64 letters, digits, dots, dashes, underscores or colons, of which the first is a letter or digit: a retry with the same id has no further effect. Equivalent to the header Idempotency-Key. Generated if omitted.',
  }),
});

type Addressed = { orderId: string; commandId?: string | null | undefined };

/** Checks first whether the viewer may see the order, then the input. */
export async function sendCommand(
  { orderId, commandId }: Addressed,
  context: Context,
  parse: (validation: Validation, order: OrderSnapshot) => CommandContent | Promise<CommandContent>,
): Promise<{ order: OrderSnapshot }> {
  const validation = createValidation();
  const content = await parse(validation, await requireVisible(orderId, context));
  const known = validation.parse(['commandId'], CommandId.nullable(), commandId ?? null);
  return { order: await context.orders.command(validation.validated({ orderId, commandId: known, ...content })) };
}
