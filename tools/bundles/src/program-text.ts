import { buildSync } from 'esbuild';

/** A small program with its own modules as the text of one, for `node --eval`: Node starts it without a loader. */
export function programText(file: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
}
