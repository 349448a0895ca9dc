import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { lookup } from 'mrmime';

export type Encoding = 'br' | 'gzip' | 'identity';
export type Representation = { bytes: Buffer; etag: string };

/** A file to send: as it is and, if the build has them, compressed variants. */
export type ServedFile = {
  mediaType: string;
  representations: Partial<Record<Encoding, Representation>> & { identity: Representation };
};

const suffixes = { br: '.br', gzip: '.gz' } as const;

/**
 * Reads a folder into memory, by path. The served files stay consistent while another build replaces them, and a file
 * that disappears cannot fail a response, which libraries that stream from disk (sirv) do not handle.
 */
export function readFiles(folder: string): ReadonlyMap<string, ServedFile> {
  const paths = filesIn(folder);
  const files = new Map<string, ServedFile>();
  for (const path of paths) {
    if (Object.values(suffixes).some((suffix) => path.endsWith(suffix))) continue;
    const read = (suffix = '') => readFileSync(join(folder, `${path}${suffix}`));
    const { mediaType, representations } = createFile(read(), mediaTypeOf(path));
    for (const [encoding, suffix] of Object.entries(suffixes) as [Encoding, string][]) {
      if (paths.has(`${path}${suffix}`)) representations[encoding] = representationOf(read(suffix));
    }
    files.set(`/${path.split(sep).join('/')}`, { mediaType, representations });
  }
  return files;
}

export const createFile = (bytes: Buffer, mediaType: string): ServedFile => ({
  mediaType,
  representations: { identity: representationOf(bytes) },
});

/** Hidden files are not served. */
function filesIn(folder: string): ReadonlySet<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  return new Set(paths.filter((path) => !path.split(sep).some((part) => part.startsWith('.'))));
}

const representationOf = (bytes: Buffer): Representation => ({
  bytes,
  etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
});

function mediaTypeOf(path: string): string {
  const mediaType = lookup(path) ?? 'application/octet-stream';
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
}
