import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'graphql';

const operations = new URL('../src/operations/', import.meta.url);

/** The operations and fragments that are written by hand, by file. */
export async function ourOperations() {
  const files = (await readdir(operations)).sort();
  return Promise.all(
    files.map(async (file) => {
      const rawSDL = await readFile(new URL(file, operations), 'utf8');
      return { location: file, rawSDL, document: parse(rawSDL) };
    }),
  );
}
