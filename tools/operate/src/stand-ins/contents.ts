import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { arch } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporalExecutable } from '@waybill/temporal';
import { goModule, goTool } from '../tools/install.ts';
import { temporalServer, temporalSource } from '../tools/temporal-server.ts';

/** Puts what an image is made of into this folder, which becomes the context of its build. */
export type Fill = (context: string, name: string) => void | Promise<void>;

/** Of the version in the image's tag; npm is the one of this repository. */
export const addNode: Fill = (context, name) => {
  const [version] = name.replace('node:', '').split('-');
  for (const [folder, of] of Object.entries({ node: `node-linux-${arch()}@${version}`, npm: 'npm@11.19.1' })) {
    const target = join(context, 'packages', folder);
    mkdirSync(target, { recursive: true });
    const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', context, of], { encoding: 'utf8' });
    execFileSync('tar', ['-xzf', join(context, packed.trim()), '--strip-components=1', '-C', target]);
  }
  copyFileSync('/etc/ssl/certs/ca-certificates.crt', join(context, 'certificates.pem'));
};

export const addEntrypoint: Fill = (context) =>
  copyFileSync(
    fileURLToPath(new URL('../../compose/images/postgres-entrypoint.sh', import.meta.url)),
    join(context, 'postgres-entrypoint.sh'),
  );

export const addServer: Fill = (context) => {
  copyFileSync(temporalServer().server, join(context, 'server'));
  copyFileSync(join(temporalSource(), 'docker/scripts/sh/entrypoint.sh'), join(context, 'entrypoint.sh'));
};

export const addAdminTools: Fill = async (context) => {
  copyFileSync(temporalServer().sqlTool, join(context, 'sql'));
  copyFileSync(await temporalExecutable({ say: console.error, env: process.env }), join(context, 'temporal'));
  cpSync(join(temporalSource(), 'schema'), join(context, 'schema'), { recursive: true });
};

export const addUi: Fill = (context, name) => {
  const module = 'github.com/temporalio/ui-server/v2';
  const version = name.replace('temporalio/ui:', 'v');
  copyFileSync(goTool('temporal-ui', `${module}/cmd/server`, version), join(context, 'ui'));
  copyFileSync(join(goModule(module, version), 'config/docker.yaml'), join(context, 'docker.yaml'));
};
