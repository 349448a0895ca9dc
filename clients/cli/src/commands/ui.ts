import { spawn } from 'node:child_process';
import type { Call } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { findOrder } from '../lookup/find-order.ts';
import { findRun } from '../lookup/find-run.ts';
import { isRunId } from '../problems/other-kind.ts';
import { notFound, usage } from '../problems/problems.ts';
import { portFrom } from '../session/port.ts';

/** Prints the address of Temporal's UI, and opens it on an interactive terminal. */
export async function run(context: Context, { args: [id] }: Call<object>): Promise<undefined> {
  const url = id ? await uiOf(context, id) : localUi(context.env);
  context.output.one({ id: url, url }, () => [url]);
  if (context.isInteractive) openInBrowser(url);
}

function localUi(env: NodeJS.ProcessEnv): string {
  const url = env.WAYBILL_TEMPORAL_UI_URL;
  if (!url) return `http://127.0.0.1:${portFrom(env, 'WAYBILL_TEMPORAL_UI_PORT', '8233')}`;
  if (/^https?:/.test(url) && URL.canParse(url)) return url;
  throw usage(`WAYBILL_TEMPORAL_UI_URL: "${url}" is not a URL that begins with http:// or https://`);
}

async function uiOf({ client, signal }: Context, id: string): Promise<string> {
  const find = isRunId(id) ? findRun : findOrder;
  const { links } = await find(await client(), id, signal);
  if (!links?.temporalUi) throw notFound('NO_LINK', `There is no page for ${id} in Temporal's UI that you may see`);
  return links.temporalUi;
}

function openInBrowser(url: string): void {
  const program = process.platform === 'darwin' ? 'open' : 'xdg-open';
  spawn(program, [url], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined) // without a browser the printed address is enough
    .unref();
}
