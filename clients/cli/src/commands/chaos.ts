import { orThrow, type SetChaosInput } from '@waybill/client';
import type { Call, Run } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { chaosProfiles, wordFrom } from '../input/words.ts';
import { type Listing, listed } from '../lookup/pages.ts';
import { printStream } from '../output/entries.ts';
import type { Column, Item } from '../output/fields.ts';
import { usage } from '../problems/problems.ts';

type Faults = Item & {
  profile: string;
  seed: string;
  enabled: boolean;
  operations: readonly {
    operation: string;
    outcomes: readonly string[];
    shares: readonly { outcome: string; percent: number }[];
  }[];
  pins: readonly { orderId: string; operation: string; outcomes: readonly string[] }[];
};

function print({ output }: Context, chaos: Faults, id?: string): undefined {
  const lines = ({ profile, seed, enabled, operations, pins }: Faults) => [
    `${profile}, seed ${seed}${enabled ? '' : ', not enabled on this system'}`,
    ...operations.map(({ operation, outcomes, shares }) => {
      const faults = shares.map(({ outcome, percent }) => `${outcome} ${percent} %`);
      const others = outcomes.filter((each) => !shares.some(({ outcome }) => outcome === each));
      return `  ${operation.padEnd(24)} ${faults.join(', ')}${others.length > 0 ? `; can be pinned: ${others.join(', ')}` : ''}`;
    }),
    ...pins.map(({ orderId, operation, outcomes }) => `  pinned: ${orderId}  ${operation}  ${outcomes.join(', ')}`),
  ];
  output.one(chaos, lines, id);
}

export async function show(context: Context): Promise<undefined> {
  const { chaos } = await context.client();
  print(context, await chaos.get({ signal: context.signal }));
}

type SetOptions = { profile?: string; seed?: string; share?: string[] };

export const set: Run<SetOptions> = async (context, { options: { profile, seed, share } }) => {
  if (!profile && seed === undefined && !share)
    throw usage('Give what changes: --profile STORM, --seed monday, --share payment.capture:timeout=20');
  const input: SetChaosInput = {
    ...(profile && { profile: wordFrom(profile, chaosProfiles, 'profile') }),
    ...(seed !== undefined && { seed }),
    ...(share && { operations: operationsFrom(share) }),
  };
  const { chaos } = await context.client();
  print(context, orThrow(await chaos.set(input)).chaos);
};

/** The remainder of an operation's shares, up to 100 %, is `success`. */
function operationsFrom(texts: readonly string[]) {
  const parts = texts.map((text) => {
    const [, operation = '', outcome = '', percent = ''] = /^([^:=]+):([^:=]+)=(\d+(?:\.\d+)?)$/.exec(text) ?? [];
    if (!operation) throw usage(`--share: "${text}" is not a share, such as payment.capture:timeout=20`);
    return { operation, outcome, percent: Number(percent) };
  });
  return [...new Set(parts.map(({ operation }) => operation))].map((operation) => {
    const shares = parts
      .filter((part) => part.operation === operation)
      .map(({ outcome, percent }) => ({ outcome, percent }));
    const rest = 100 - shares.reduce((sum, { percent }) => sum + percent, 0);
    const isWhole = rest <= 0 || shares.some(({ outcome }) => outcome === 'success');
    return { operation, shares: isWhole ? shares : [...shares, { outcome: 'success', percent: rest }] };
  });
}

export async function pin(
  context: Context,
  { args: [orderId = '', operation = '', ...outcomes] }: Call<object>,
): Promise<undefined> {
  const { chaos } = await context.client();
  print(context, orThrow(await chaos.pin({ orderId, operation, outcomes })).chaos, orderId);
}

export async function reset(context: Context): Promise<undefined> {
  const { chaos } = await context.client();
  print(context, orThrow(await chaos.reset({ signal: context.signal })).chaos);
}

type CallEntry = Item & {
  cursor: string;
  at: string;
  orderId: string | null;
  operation: string;
  attempt: number;
  outcome: string;
  pinned: boolean;
};

const columns: readonly Column<CallEntry>[] = [
  ['AT', 'at'],
  ['ORDER', 'orderId'],
  ['OPERATION', 'operation'],
  ['ATTEMPT', 'attempt'],
  ['OUTCOME', 'outcome'],
  ['PINNED', 'pinned'],
];

const callLine = ({ at, orderId, operation, attempt, outcome }: CallEntry) =>
  `${at}  ${(orderId ?? '').padEnd(31)}  ${operation.padEnd(22)} ${attempt}  ${outcome}`;

type LogOptions = Listing & { follow?: boolean; order?: string; operation?: string };

export const log: Run<LogOptions> = async (context, { options }) => {
  const { output, signal } = context;
  const { chaos } = await context.client();
  const { order, operation } = options;
  const filter = { ...(order && { orderId: order }), ...(operation && { operation }) };
  if (!options.follow) return void (await listed(context, options, columns, (paging) => chaos.log(filter, paging)));
  if (output.format === 'json') throw usage('An endless stream is written line by line: use -o jsonl');
  const from = { signal, ...(options.after && { after: options.after }) };
  await printStream(output, callsOf(operation, chaos.watchLog(filter, from)), callLine);
  return undefined;
};

/** The stream has every operation. */
async function* callsOf<T extends { operation: string }>(operation: string | undefined, stream: AsyncIterable<T>) {
  for await (const item of stream) if (!operation || item.operation === operation) yield { type: 'call', ...item };
}
