import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A folder of migrations with these statements, one a file, where a database may look for them. */
export async function migrations(...statements: string[]): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-migrations-'));
  const entries = statements.map((_, idx) => ({
    idx,
    version: '7',
    when: idx + 1,
    tag: `000${idx}`,
    breakpoints: true,
  }));
  await mkdir(join(folder, 'meta'));
  await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify({ entries }));
  for (const [idx, statement] of statements.entries()) await writeFile(join(folder, `000${idx}.sql`), statement);
  return pathToFileURL(folder);
}
