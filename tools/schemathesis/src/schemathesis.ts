import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PythonProgram, programOf } from './python.ts';
import { quoted, type RunReport, summaryOf } from './report.ts';
import { type Surface, surfaces } from './surfaces.ts';

export const program: PythonProgram = { name: 'schemathesis', version: '4.32.5' };

type Say = (line: string) => void;
const checks = ['not_a_server_error', 'negative_data_rejection', 'content_type_conformance', 'unsupported_method'];
const options = ['--request-timeout', '20', '--generation-database', 'none', '--no-color'];

/** Sends requests that violate the OpenAPI document in every way; rejects if one is not answered with 4xx. */
export async function askEverySurface(seed: number, say: Say): Promise<void> {
  say(`Schemathesis ${program.version}, seed ${seed}`);
  for (const surface of surfaces) await probe(surface, seed, say);
}

async function probe(
  { name, start, checks: more = [], examples = 30, paths = '^/' }: Surface,
  seed: number,
  say: Say,
): Promise<void> {
  const { document, token, stop } = await start();
  const folder = await mkdtemp(join(tmpdir(), 'waybill-schemathesis-'));
  try {
    const authorization = token ? ['--header', `Authorization: Bearer ${token}`] : [];
    const flags = ['--seed', `${seed}`, '--checks', [...checks, ...more].join(), '--max-examples', `${examples}`];
    const { code, output } = await run(
      [document, ...flags, ...options, ...authorization, '--include-path-regex', paths],
      folder,
    );
    if (code !== 0) {
      for (const line of quoted(output)) say(line);
      throw new Error(`the ${name} responded differently from its OpenAPI document, with seed ${seed}`);
    }
    say(summaryOf(name, JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as RunReport));
  } finally {
    await stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the program with its own report kept in a file of the folder. */
async function run(args: string[], folder: string): Promise<{ code: number | null; output: string }> {
  const file = join(folder, 'output.txt');
  const output = await open(file, 'w');
  try {
    const report = ['--report-json-path', join(folder, 'report.json')];
    const child = spawn(programOf(program), ['run', ...args, ...report], {
      cwd: folder,
      stdio: ['ignore', output.fd, output.fd],
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    return { code, output: await readFile(file, 'utf8') };
  } finally {
    await output.close();
  }
}
