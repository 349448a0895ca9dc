import type { Shown } from './problems.ts';

/** Ids of runs, which no order has. */
export const isRunId = (id: string): boolean => /^(RUN|STO)-/.test(id);

/** The command for a run that does what the command for an order does. */
const forRuns: Readonly<Record<string, string>> = {
  describe: 'run describe',
  history: 'run history',
  events: 'run history',
  journal: 'run history',
  watch: 'run watch',
  wait: 'run watch',
  cancel: 'run cancel',
};

const forOrders: Readonly<Record<string, string>> = {
  'run describe': 'describe',
  'run history': 'history',
  'run watch': 'watch',
};

/** Commands that take the id of an order as well. */
const endsEither = ['run cancel'];

/** Says that the id is that of a run, and which command shows it. */
export const runMessage = (command: string, id: string): string =>
  `${id} is a run: use \`waybill ${forRuns[command] ?? 'run status'} ${id}\``;

/** Where an order was not found under a run's id, or a run under an order's, the message names the command to use. */
export function withCommandForKind(shown: Shown, command: string, ids: readonly string[]): Shown {
  if (shown.code === 'ORDER_NOT_FOUND') {
    const run = ids.find(isRunId);
    return run ? { ...shown, message: runMessage(command, run) } : shown;
  }
  const [order] = ids;
  if (shown.code !== 'RUN_NOT_FOUND' || !order || isRunId(order) || endsEither.includes(command)) return shown;
  const use = `use \`waybill ${forOrders[command] ?? 'status'} ${order}\``;
  const message = order.startsWith('ORD-')
    ? `${order} is an order: ${use}`
    : `There is no run ${order}; for an order ${use}`;
  return { ...shown, message };
}
