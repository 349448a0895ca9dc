import { execFileSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { cached } from './cache.ts';

/** A program built from a Go module at this version; it runs in any image. */
export function goTool(name: string, program: string, version: string): string {
  const folder = cached(`${name}-${version}`, (bin) => {
    execFileSync('go', ['install', `${program}@${version}`], {
      env: { ...process.env, GOBIN: bin, CGO_ENABLED: '0' },
      stdio: 'inherit',
    });
  });
  return join(folder, basename(program)); // as Go names it
}

/** The source of a Go module at this version, in Go's own cache. */
export function goModule(path: string, version: string): string {
  const env = { ...process.env, GOFLAGS: '-mod=mod' };
  return JSON.parse(execFileSync('go', ['mod', 'download', '-json', `${path}@${version}`], { env, encoding: 'utf8' }))
    .Dir;
}

/** A program of Python's package index, at this version; most packages have the name of their program. */
export const pythonTool = (name: string, version: string, of = name): string =>
  join(pythonPackage(of, version), 'bin', name);

/** What a package of Python's index installs, at this version. */
export function pythonPackage(name: string, version: string): string {
  return cached(`${name}-${version}`, (folder) => {
    const options = ['--quiet', '--disable-pip-version-check', '--no-deps', '--target', folder];
    execFileSync('python3', ['-m', 'pip', 'install', ...options, `${name}==${version}`], { stdio: 'inherit' });
  });
}
