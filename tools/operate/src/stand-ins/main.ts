import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Image, images } from './images.ts';

/**
 * Makes images under the names that Dockerfile and docker-compose.yml pin, for a machine that reaches no image registry: all of
 * them, or those whose names begin with an argument.
 */

const debian = 'waybill-stand-in/debian';
const wanted = process.argv.slice(2);
const isWanted = ({ name }: Image) => wanted.length === 0 || wanted.some((start) => name.startsWith(start));

const run = (program: string, ...args: string[]) => execFileSync(program, args, { stdio: 'inherit' });

async function inFolder(use: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'waybill-stand-in-'));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the images stand on; the mirror is the one that debootstrap takes by itself. */
if (!execFileSync('docker', ['images', '--quiet', debian], { encoding: 'utf8' })) {
  await inFolder((folder) => {
    run('debootstrap', '--variant=minbase', 'bookworm', join(folder, 'debian'));
    run('tar', '-C', join(folder, 'debian'), '-cf', join(folder, 'debian.tar'), '.');
    run('docker', 'import', join(folder, 'debian.tar'), debian);
  });
}

for (const { name, dockerfile, fill } of images.filter(isWanted)) {
  await inFolder(async (folder) => {
    await fill(folder, name);
    const file = fileURLToPath(new URL(`../../compose/images/${dockerfile}.Dockerfile`, import.meta.url));
    run('docker', 'build', '--label', 'waybill.stand-in=true', '--file', file, '--tag', name, folder);
  });
}
