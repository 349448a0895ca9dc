import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(js|css|html|svg|json)$/;

/** Writes a compressed copy of each file that shrinks, so that the gateway never compresses while it serves. */
export function compress(): Plugin {
  let folder = '';
  return {
    name: 'compress',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir);
    },
    closeBundle: () => {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      for (const file of files.filter((name) => compressible.test(name) && !name.startsWith('.'))) {
        compressFile(join(folder, file));
      }
    },
  };
}

function compressFile(path: string): void {
  const bytes = readFileSync(path);
  for (const [suffix, packed] of [
    ['.br', brotliCompressSync(bytes)],
    ['.gz', gzipSync(bytes, { level: 9 })],
  ] as const) {
    if (packed.length < bytes.length) writeFileSync(`${path}${suffix}`, packed);
  }
}
