import { readFile } from 'node:fs/promises';
import type { DocumentText } from '@waybill/client';
import type { Run } from '../command/command.ts';
import type { Item } from '../output/fields.ts';
import { unreadable } from '../problems/file-errors.ts';
import { usage } from '../problems/problems.ts';

type Options = { query?: string; file?: string; var?: string[] };

/**
 * Sends the user's own document: prints the data of the response as one JSON document, or a line for each result of a
 * subscription.
 */
export const run: Run<Options> = async (context, { args: [given], options }) => {
  const { output, signal } = context;
  const text = options.query ?? given ?? (options.file ? await documentIn(context, options.file) : undefined);
  if (!text) throw usage("Give a document, as in `waybill api '{ viewer { id } }'`, or -f with a file (- reads stdin)");
  for (const field of output.fields) {
    const [first = ''] = field.split('.');
    if (!text.includes(first)) throw usage(`--fields: the document has no field ${first}`);
  }
  const variables = Object.fromEntries((options.var ?? []).map(variableFrom));
  const client = await context.client();
  const document = text as DocumentText<Item, object>;
  if (/^\s*(#.*\n\s*)*subscription\b/.test(text))
    for await (const data of client.subscribe(document, variables, { signal })) output.json(data);
  else output.json(await client.request(document, variables, { signal }));
  return undefined;
};

async function documentIn({ readStdin }: { readStdin: () => Promise<string> }, file: string): Promise<string> {
  if (file === '-') return readStdin();
  return readFile(file, 'utf8').catch(unreadable(`-f: ${file}`));
}

/** A value is parsed as JSON where possible, and is text otherwise. */
function variableFrom(text: string): [string, unknown] {
  const at = text.indexOf('=');
  if (at < 1) throw usage(`--var: "${text}" is not name=value`);
  const value = text.slice(at + 1);
  try {
    return [text.slice(0, at), JSON.parse(value)];
  } catch {
    return [text.slice(0, at), value];
  }
}
