import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { cached } from './cache.ts';
import { goModule } from './install.ts';

/** The server that deployments run, and what makes its schema; the version is that of the CLI's own engine. */
const version = 'v1.31.2';
const module = 'go.temporal.io/server';
const programs = ['cmd/server', 'cmd/tools/sql'].map((path) => `${module}/${path}@${version}`);

export type TemporalServer = { server: string; sqlTool: string };

/** Temporal as deployments run it, built by Go in some minutes, once on a machine. */
export function temporalServer(): TemporalServer {
  const folder = cached(`temporal-server-${version}`, (bin) => {
    const env = { ...process.env, GOBIN: bin, CGO_ENABLED: '0' };
    execFileSync('go', ['install', '-trimpath', '-ldflags', '-s -w', ...programs], { env, stdio: 'inherit' });
  });
  return { server: join(folder, 'server'), sqlTool: join(folder, 'sql') };
}

/** Its source, with the schemas of its databases. */
export const temporalSource = () => goModule(module, version);
