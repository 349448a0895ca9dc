import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const notSources = /(^|\/)(dist|node_modules|test|\.[^/]*)(\/|$)/;

/** Tells whether something was built from these folders and files, by this Node: another content is another digest. */
export function digestOf(root: string, sources: readonly string[]): string {
  const digest = createHash('sha256').update(process.version);
  for (const file of sources.flatMap((source) => filesOf(root, source)).toSorted()) {
    digest
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return digest.digest('hex');
}

function filesOf(root: string, source: string): string[] {
  if (source.includes('.')) return [source];
  const entries = readdirSync(join(root, source), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return files.map((file) => relative(root, file)).filter((file) => !notSources.test(file));
}
