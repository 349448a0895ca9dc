import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { built } from '../build/package.ts';
import { commandsOf, npmSettings } from './support/recipe.ts';

const run = promisify(execFile);
const here = fileURLToPath(new URL('../', import.meta.url));
const schema = join(here, '../../schema/graphql/schema.graphql');
const documents = join(here, 'recipes/orders.graphql');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-recipes-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a program gets types for its own documents by the recipe for TypeScript, and sends them', async () => {
  const project = join(folder, 'shop');
  const bin = (name: string) => join(project, 'node_modules/.bin', name);
  await built(pathToFileURL(join(folder, 'waybill/clients/typed/dist/')));
  await mkdir(join(project, 'src'), { recursive: true });
  await cp(schema, join(project, 'schema.graphql'));
  for (const name of ['codegen.config.ts', 'orders.graphql'])
    await cp(join(here, 'recipes', name), join(project, name));
  await writeFile(join(project, 'src/page.ts'), `${await exampleOf('README.md')}\n${typed}`);
  await writeFile(join(project, 'package.json'), JSON.stringify({ type: 'module' }));
  for (const command of await commandsOf('recipes/README.md'))
    await run('bash', ['-c', command], { cwd: project, env: { ...process.env, ...npmSettings } });
  const flags = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--target',
    'es2023',
    '--lib',
    'es2023,dom,dom.asynciterable',
  ];

  const checkedAs = (module: string, resolution: string) =>
    run(bin('tsc'), [...flags, '--module', module, '--moduleResolution', resolution, 'src/page.ts'], {
      cwd: project,
    }).then(
      () => 'fine',
      ({ stdout }) => stdout,
    );
  const checked = [await checkedAs('nodenext', 'nodenext'), await checkedAs('esnext', 'bundler')];

  expect(checked).toEqual(['fine', 'fine']);
});

test("Apollo's compiler generates Kotlin from the recipe's documents and from all documents of the client", async () => {
  const apollo = join(here, 'test/apollo');
  const classpath = join(folder, 'classpath');
  const target = join(folder, 'kotlin');
  const own = (await readdir(join(here, 'src/operations'))).map((name) => join(here, 'src/operations', name));
  await run('mvn', ['-q', '-B', '-f', apollo, 'dependency:build-classpath', `-Dmdep.outputFile=${classpath}`]);
  const compile = async (to: string, ...files: string[]) =>
    run('java', ['-cp', await readFile(classpath, 'utf8'), join(apollo, 'Compile.java'), to, schema, ...files]);

  await compile(target, documents);
  await compile(`${target}-own`, ...own);

  expect(await readdir(join(target, 'com/example/shop'))).toContain('ApprovalQueueQuery.kt');
  expect(await readdir(join(`${target}-own`, 'com/example/shop'))).toContain('RunChangedSubscription.kt');
});

/** The program in the recipe. */
async function exampleOf(name: string): Promise<string> {
  const [, program = ''] = /```ts\n(.*?)```/s.exec(await readFile(join(here, 'recipes', name), 'utf8')) ?? [];
  return program;
}

/** What the types must know about the documents in files. */
const typed = `
import { ApproveDocument, ProgressDocument } from './gql/graphql.js';

const { approveOrder } = await shop.request(ApproveDocument, { id: 'ORD-1' });
if (approveOrder.__typename === 'ApproveOrderPayload') console.log(approveOrder.order.status satisfies string);
for await (const { orderChanged } of shop.subscribe(ProgressDocument, { id: 'ORD-1' }))
  console.log(orderChanged.progress satisfies number);
// @ts-expect-error: an id must be given
await shop.request(ApproveDocument, {});
`;
