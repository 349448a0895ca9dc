import { orThrow, type RunDetailsFragment, type RunStrategy } from '@waybill/client';
import type { Call, Run } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { duration, moment, timeLimit } from '../input/durations.ts';
import { sampleFor, type TemplateOptions, templateFrom } from '../input/placement.ts';
import { runKinds, runStatuses, wordsFrom } from '../input/words.ts';
import { findRun } from '../lookup/find-run.ts';
import { type Listing, listed } from '../lookup/pages.ts';
import type { Column } from '../output/fields.ts';
import { contentLines } from '../output/run-content.ts';
import { printRun, runText } from '../output/run-lines.ts';
import { usage } from '../problems/problems.ts';
import { withDeadline } from '../watch/deadline.ts';

type Start = { id?: string; key?: string; watch?: boolean };

/** The options of every start: the user's own id, and an idempotency key. */
const startOf = ({ id, key }: Start) =>
  [id ? { runId: id } : {}, { idempotencyKey: key ?? crypto.randomUUID() }] as const;

async function started(context: Context, run: { id: string }, { watch: isWatched }: Start): Promise<undefined> {
  if (isWatched) return watchRun(context, run.id, undefined);
  printRun(context.output, run as RunDetailsFragment);
}

/** Accepts upper or lower case, and the names that other systems use. */
const strategies: Readonly<Record<string, RunStrategy>> = {
  parallel: 'PARALLEL',
  'promise-allsettled': 'PARALLEL',
  rxjs: 'PARALLEL',
  sequential: 'SEQUENTIAL',
  'async-await': 'SEQUENTIAL',
};

function strategyFrom(text: string): RunStrategy {
  const strategy = Object.entries(strategies).find(([name]) => name === text.toLowerCase())?.[1];
  if (strategy) return strategy;
  throw usage(`--strategy: there is no "${text}"; choose one of ${Object.keys(strategies).join(', ')}`);
}

export const userContext: Run<Start & { user?: string; strategy?: string }> = async (context, { options }) => {
  const { user, strategy } = options;
  const [id, key] = startOf(options);
  const { runs } = await context.client();
  const input = { ...id, ...(user && { userId: user }), ...(strategy && { strategy: strategyFrom(strategy) }) };
  return started(context, orThrow(await runs.startUserContext(input, key)).run, options);
};

type Payment = Start & { order: string; customer: string; amount: string; cancellableFor?: string };

export const payment: Run<Payment> = async (context, { options }) => {
  const { order, customer, amount, cancellableFor } = options;
  const [id, key] = startOf(options);
  const [, value = '', currencyCode] = /^([\d.]+)\s*([A-Z]{3})?$/.exec(amount) ?? [];
  if (!value) throw usage(`--amount: "${amount}" is not an amount, such as 20.00 or 20.00EUR`);
  const input = {
    ...id,
    orderId: order,
    customerId: customer,
    amount: value,
    ...(currencyCode && { currencyCode }),
    ...(cancellableFor && { cancellableFor: duration(cancellableFor, '--cancellable-for') }),
  };
  const { runs } = await context.client();
  return started(context, orThrow(await runs.startPayment(input, key)).run, options);
};

export const greet: Run<Start> = async (context, { args: [name = ''], options }) => {
  const [id, key] = startOf(options);
  const { runs } = await context.client();
  return started(context, orThrow(await runs.greet({ ...id, name }, key)).run, options);
};

type StandingOrderOptions = Start & TemplateOptions & { every: string; times?: string; firstAt?: string };

export const standing: Run<StandingOrderOptions> = async (context, { options }) => {
  const { every, times, firstAt } = options;
  const [id, key] = startOf(options);
  const period = {
    every: duration(every, '--every'),
    ...(times && { times: countFrom(times) }),
    ...(firstAt && { firstAt: moment(firstAt, '--first-at') }),
  };
  const template = await templateFrom(context, options);
  const input = { ...id, ...period, order: { ...(await sampleFor(context, template)), ...template } };
  const { standingOrders } = await context.client();
  return started(context, orThrow(await standingOrders.start(input, key)).run, options);
};

function countFrom(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw usage(`--times: "${text}" is not a number of 1 or more`);
  return Number(text);
}

const columns: readonly Column<{ id: string }>[] = [
  ['RUN', 'id'],
  ['KIND', 'kind'],
  ['STATUS', 'status'],
  ['HEALTH', 'health'],
  ['BY', 'startedBy'],
  ['STARTED', 'startedAt'],
];

type Conditions = { kind?: string[]; status?: string[]; by?: string; user?: string };

export const list: Run<Listing & Conditions> = async (context, { options }) => {
  const filter = {
    ...(options.kind && { kind: wordsFrom(options.kind, runKinds, 'kind') }),
    ...(options.status && { status: wordsFrom(options.status, runStatuses, 'status') }),
    ...(options.by && { startedBy: options.by }),
    ...(options.user && { userId: options.user }),
  };
  const { runs } = await context.client();
  await listed(context, options, columns, (paging) => runs.list(filter, paging));
  return undefined;
};

export async function status(context: Context, { args: [id = ''] }: Call<object>): Promise<undefined> {
  const run = await findRun(await context.client(), id, context.signal);
  context.output.one(run, (each) => [runText(each), ...contentLines(each).map((line) => `  ${line}`)]);
}

export const watch: Run<{ timeout?: string }> = async (context, { args: [id = ''], options }) =>
  watchRun(context, id, options.timeout);

async function watchRun(context: Context, id: string, timeout: string | undefined): Promise<undefined> {
  const { output, signal } = context;
  const late = withDeadline(signal, timeout ? timeLimit(timeout, '--timeout') : undefined, `Run ${id}`);
  const { runs } = await context.client();
  let last: RunDetailsFragment | undefined;
  const say = output.changes(runText);
  for await (const run of runs.watch(id, { signal: late })) {
    const isNewer = run.revision > (last?.revision ?? -1);
    last = run;
    if (output.format === 'jsonl' && isNewer) output.event({ type: 'run', id, revision: run.revision, run }, () => '');
    if (output.isForPeople) say(run);
  }
  if (last && (output.format === 'json' || output.format === 'id')) printRun(output, last);
}
