import type { CommandRow } from '../command/command.ts';
import type { OptionRow } from '../command/option-row.ts';
import { orderFields, verdictFields } from '../input/field-names.ts';
import { steps } from '../input/words.ts';

export const commandId: OptionRow = {
  flags: '--command-id <id>',
  means: 'the command id; repeating it has no further effect',
};
const reason: OptionRow = { flags: '--reason <text>', means: 'the reason, for the journal' };
const note: OptionRow = { flags: '--note <text>', means: 'a note for the journal' };
const addressOptions = ['street', 'city', 'state', 'zip', 'country'].map((name) => ({
  flags: `--${name} <text>`,
  means: `the ${name}`,
  mayBeEmpty: true,
}));
const verdicts =
  'the order after the command; for several {items: [{id, verdict, status, message}], nextCursor}, and the exit code of the worst';

const decisions = () => import('../commands/decide.ts');
const changes = () => import('../commands/change.ts');

export const decisionCommands: readonly CommandRow[] = [
  {
    name: 'approve',
    means: 'Approve orders; - reads the ids from stdin.',
    args: '<ids...>',
    options: [note, commandId],
    example: 'waybill list --status AWAITING_APPROVAL -q | waybill approve -',
    prints: verdicts,
    fields: verdictFields,
    load: async () => ({ run: (await decisions()).approve }),
  },
  {
    name: 'reject',
    means: 'Reject orders; completed steps are compensated.',
    args: '<ids...>',
    options: [reason, commandId],
    example: 'waybill reject ORD-1 --reason "Address unknown"',
    prints: verdicts,
    fields: verdictFields,
    load: async () => ({ run: (await decisions()).reject }),
  },
  {
    name: 'cancel',
    means: 'Cancel orders; completed steps are compensated. The action CANCEL_WORKFLOW is `waybill run cancel`.',
    args: '<ids...>',
    options: [reason, commandId],
    example: 'waybill cancel ORD-1 ORD-2 --reason "Ordered twice"',
    prints: verdicts,
    fields: verdictFields,
    load: async () => ({ run: (await decisions()).cancel }),
  },
  {
    name: 'address',
    alias: 'update-address',
    means: 'Change the shipping address of an order; fields that are not given are kept.',
    args: '<id>',
    options: [...addressOptions, commandId],
    example: 'waybill address ORD-1 --street "2 Second Street" --zip "N1 7AB"',
    prints: 'the order after the command',
    fields: orderFields,
    load: async () => ({ run: (await changes()).address }),
  },
  {
    name: 'add-item',
    means: 'Add an item to an order that awaits approval.',
    args: '<id> <sku:quantity>',
    options: [commandId],
    example: 'waybill add-item ORD-1 BOOK-001:1',
    prints: 'the order after the command',
    fields: orderFields,
    load: async () => ({ run: (await changes()).addItem }),
  },
  {
    name: 'retry',
    means: 'Retry now instead of waiting for the next attempt.',
    args: '<id> [step]',
    words: steps,
    options: [commandId],
    example: 'waybill retry ORD-1 CAPTURE_PAYMENT',
    prints: 'the order after the command',
    fields: orderFields,
    load: async () => ({ run: (await changes()).retry }),
  },
  {
    name: 'give-up',
    means: 'Stop retrying a step, and compensate.',
    args: '<id> <step>',
    words: steps,
    options: [{ ...reason, required: true }, commandId],
    example: 'waybill give-up ORD-1 CREATE_LABEL --reason "The carrier is closed"',
    prints: 'the order after the command',
    fields: orderFields,
    load: async () => ({ run: (await changes()).giveUp }),
  },
  {
    name: 'settle',
    means: 'Declare that the compensation of a step was done by hand.',
    args: '<id> <step>',
    words: steps,
    options: [{ ...note, required: true }, commandId],
    example: 'waybill settle ORD-1 CAPTURE_PAYMENT --note "Refunded by bank transfer"',
    prints: 'the order after the command',
    fields: orderFields,
    load: async () => ({ run: (await changes()).settle }),
  },
];
