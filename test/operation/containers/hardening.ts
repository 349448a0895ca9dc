import { spawnSync } from 'node:child_process';
import { type Container, docker } from './docker.ts';

/** What this container is allowed and should not be, as Docker and the kernel say, one line each. */
export function allowances({ Id, Name, HostConfig, Config }: Container): string[] {
  const status = docker('exec', Id, 'cat', '/proc/1/status');
  const found = {
    'is run by root': !/^Uid:\s+[1-9]/m.test(status) || ['', '0', 'root'].includes(Config.User),
    'has capabilities':
      !/^CapBnd:\s+0+$/m.test(status) || !HostConfig.CapDrop?.includes('ALL') || HostConfig.Privileged,
    'may gain privileges': !/^NoNewPrivs:\s+1$/m.test(status),
    'can write to its file system': !HostConfig.ReadonlyRootfs || writes(Id),
    'has no limit of memory': HostConfig.Memory === 0,
  };
  return Object.entries(found).flatMap(([what, isSo]) => (isSo ? [`${Name} ${what}`] : []));
}

/** Root could write anywhere else. */
function writes(id: string): boolean {
  const { stderr } = spawnSync('docker', ['exec', '--user', '0', id, 'touch', '/written'], { encoding: 'utf8' });
  return !stderr.includes('Read-only file system');
}
