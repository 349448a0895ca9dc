import { CommandRefused, type OrderDetailsFragment, orThrow } from '@waybill/client';
import type { Context } from '../command/context.ts';
import { orderLine } from '../output/order-lines.ts';
import { type ExitCode, exitCodes } from '../problems/exit-codes.ts';
import { withCommandForKind } from '../problems/other-kind.ts';
import { linesOf, problemOf } from '../problems/problems.ts';

type Payload = { __typename: string; order: OrderDetailsFragment };
export type Verdict = Payload | { __typename: string; code?: string; message?: string };

/** Sends a command to one order and prints the order after it. */
export async function decideOne({ output }: Context, verdict: Promise<Verdict>): Promise<undefined> {
  const { order } = orThrow(await verdict) as Payload;
  output.one(order, (each) => [orderLine(each)]);
}

/**
 * Sends a command to each order: prints the order after it, or a line for each of several; exit code 5 if one was
 * refused.
 */
export async function decide(
  context: Context,
  given: readonly string[],
  send: (id: string) => Promise<Verdict>,
): Promise<ExitCode | undefined> {
  const ids = given.includes('-') ? [...given.filter((id) => id !== '-'), ...idsIn(await context.readStdin())] : given;
  const [only, ...others] = new Set(ids);
  if (only === undefined) return decideNone(context);
  if (others.length === 0) return decideOne(context, send(only));
  const verdicts: Line[] = [];
  for (const id of [only, ...others]) verdicts.push(await verdictOn(context.command, id, send));
  await context.output.list({ items: verdicts, nextCursor: null }, columns);
  return verdicts.every(({ verdict }) => verdict === 'ACCEPTED') ? exitCodes.done : exitCodes.refused;
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

type Line = { id: string; verdict: string; status: string | null; message: string | null };

async function verdictOn(command: string, id: string, send: (id: string) => Promise<Verdict>): Promise<Line> {
  try {
    const { order } = orThrow(await send(id)) as Payload;
    return { id, verdict: 'ACCEPTED', status: order.status, message: null };
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    const shown = withCommandForKind(problemOf(error).shown, command, [id]);
    return {
      id,
      verdict: shown.code,
      status: null,
      message: linesOf(shown)
        .join(' ')
        .slice(shown.code.length + 2),
    };
  }
}

const idsIn = (text: string) => text.split(/\s+/).filter(Boolean);
