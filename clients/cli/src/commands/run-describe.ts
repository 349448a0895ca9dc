import { drawing } from '@waybill/terminal';
import type { Call } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { findRun } from '../lookup/find-run.ts';
import { contentLines } from '../output/run-content.ts';

/** Prints every detail of a run. */
export async function run({ client, output, signal }: Context, { args: [id = ''] }: Call<object>): Promise<undefined> {
  const found = await findRun(await client(), id, signal);
  const { paint } = output.terminal;
  output.one(found, (each) => [
    `${paint.bold(each.id)}  ${each.kind}, started ${each.startedAt}${each.startedBy ? ` by ${each.startedBy}` : ''}`,
    ...contentLines(each).map((line) => `  ${line}`),
    '',
    ...drawing({ ...each, progress: each.progress ?? 0 }, paint, Date.now()),
    '',
    ...(each.failure ? [`Failure   ${each.failure.code}: ${each.failure.message}`] : []),
    ...(each.closedAt ? [`Ended     ${each.closedAt}${each.endedBy ? ` by ${each.endedBy}` : ''}`] : []),
    `Actions   ${each.availableActions.join(', ') || 'none'}`,
    `Revision  ${each.revision}, as of ${each.asOf}`,
    ...(each.links?.temporalUi ? [`Temporal  ${each.links.temporalUi}`] : []),
  ]);
}
