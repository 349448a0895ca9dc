import { CommandRefused, type OrderDetailsFragment, orThrow } from '@waybill/client';
import type { Context } from '../command/context.ts';
import { orderLine } from '../output/order-lines.ts';
import { type ExitCode, exitCodes } from '../problems/exit-codes.ts';
import { withCommandForKind } from '../problems/other-kind.ts';
import { linesOf, problemOf, type Shown } from '../problems/problems.ts';

type Payload = { __typename: string; order: OrderDetailsFragment };
export type Verdict = Payload | { __typename: string; code?: string; message?: string };

/** Sends a command to one order and prints the order after it. */
export async function decideOne({ output }: Context, verdict: Promise<Verdict>): Promise<undefined> {
  const { order } = orThrow(await verdict) as Payload;
  output.one(order, (each) => [orderLine(each)]);
}

/**
 * Sends a command to each order: prints the order after it, or a line for each of several. The exit code is that of the
 * worst line; after a failure nothing more is sent.
 */
export async function decide(
  context: Context,
  args: readonly string[],
  send: (id: string) => Promise<Verdict>,
): Promise<ExitCode | undefined> {
  const ids = args.includes('-') ? [...args.filter((id) => id !== '-'), ...idsIn(await context.readStdin())] : args;
  const [only, ...others] = new Set(ids);
  if (only === undefined) return decideNone(context);
  if (others.length === 0) return decideOne(context, send(only));
  const { lines, failed } = await decideEach(context.command, [only, ...others], send);
  await context.output.list({ items: lines.map(({ exit: _, ...line }) => line), nextCursor: null }, columns);
  if (failed) throw failed.error;
  return worst.find((exit) => lines.some((line) => line.exit === exit)) ?? exitCodes.done;
}

/** The exit codes of verdicts, the worst first. */
const worst = [exitCodes.refused, exitCodes.notFound, exitCodes.pending];

/** The line of each order, and the failure that left the last of them without a verdict. */
async function decideEach(command: string, ids: readonly string[], send: (id: string) => Promise<Verdict>) {
  const lines: Line[] = [];
  for (const [at, id] of ids.entries()) {
    try {
      lines.push(await verdictOn(command, id, send));
    } catch (error) {
      const unsent = ids.slice(at + 1).map((each) => lineOf(each, 'NOT_SENT', `${id} failed before it`));
      return { lines: [...lines, failedLine(id, error), ...unsent], failed: { error } };
    }
  }
  return { lines, failed: undefined };
}

/** An empty list from a pipe is not an error. */
async function decideNone({ note, output }: Context): Promise<undefined> {
  note('There was nothing to do: stdin held no id.');
  if (!output.isForPeople) await output.list({ items: [], nextCursor: null }, columns);
}

const columns = [
  ['ORDER', 'id'],
  ['VERDICT', 'verdict'],
  ['STATUS', 'status'],
  ['MESSAGE', 'message'],
] as const;

type Line = { id: string; verdict: string; status: string | null; message: string | null; exit: ExitCode };

const lineOf = (id: string, verdict: string, message: string | null, exit: ExitCode = exitCodes.fault): Line => ({
  id,
  verdict,
  status: null,
  message,
  exit,
});

async function verdictOn(command: string, id: string, send: (id: string) => Promise<Verdict>): Promise<Line> {
  try {
    const { order } = orThrow(await send(id)) as Payload;
    return { id, verdict: 'ACCEPTED', status: order.status, message: null, exit: exitCodes.done };
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    const { shown, exit } = problemOf(error);
    return lineOf(id, shown.code, textOf(withCommandForKind(shown, command, [id])), exit);
  }
}

/** A request that was let in and had no response may have had its effect. */
function failedLine(id: string, error: unknown): Line {
  const { shown, exit } = problemOf(error);
  const hadNone = exit === exitCodes.auth || exit === exitCodes.usage || shown.code === 'RATE_LIMITED';
  return lineOf(id, shown.code, `${textOf(shown)}${hadNone ? '' : '; whether it took effect is not known'}`, exit);
}

/** The lines of a problem in one, without its code. */
const textOf = (shown: Shown): string =>
  linesOf(shown)
    .join(' ')
    .slice(shown.code.length + 2);

const idsIn = (text: string) => text.split(/\s+/).filter(Boolean);
