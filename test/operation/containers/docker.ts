import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { goTool } from '../../../tools/operate/src/tools/install.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** No port and no name of these containers is one that a person uses: they can run beside a stack of one's own. */
const project = 'waybill-proof';
export const secrets = {
  POSTGRES_PASSWORD: 'p@ss/word',
  BOOK_PASSWORD: 'b@ss/word',
  ENGINE_PASSWORD: 'e@ss/word',
  WAYBILL_JWT_SECRET: 'a secret that only this test knows of',
  WAYBILL_SERVICE_TOKEN: 'a-token-that-only-this-test-knows',
};
const anyPort = { WAYBILL_GATEWAY_PORT: '0', WAYBILL_TEMPORAL_PORT: '0', WAYBILL_TEMPORAL_UI_PORT: '0' };
const env = { ...process.env, ...secrets, ...anyPort };

export type Profile = 'dev' | 'production';

/** Whether there is a daemon that can run containers. */
export const dockerRuns = () =>
  spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { stdio: 'ignore' }).status === 0;

export const docker = (...args: string[]) => execFileSync('docker', args, { encoding: 'utf8' }).trim();

/** Docker Compose, on the file as it is; what it says of its progress is shown. */
export function compose(profile: Profile, ...args: string[]): string {
  const program = goTool('docker-compose', 'github.com/docker/compose/v2/cmd', 'v2.40.3');
  const options = ['--project-name', project, '--profile', profile, '--ansi', 'never', '--progress', 'quiet'];
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  return execFileSync(program, [...options, ...args], { cwd: root, env, encoding: 'utf8', stdio: [...stdio] }).trim();
}

/** Networks, containers and volumes of earlier runs, whichever profile they had. */
export function removeAll(): void {
  for (const profile of ['dev', 'production'] as const) compose(profile, 'down', '--volumes', '--remove-orphans');
}

export type Container = {
  Id: string;
  Name: string;
  State: { Pid: number; Running: boolean; ExitCode: number; OOMKilled: boolean };
  Config: { User: string; Labels: Record<string, string> };
  HostConfig: {
    ReadonlyRootfs: boolean;
    CapDrop: string[] | null;
    Privileged: boolean;
    Memory: number;
  };
  NetworkSettings: { Ports: Record<string, { HostIp: string; HostPort: string }[] | null> };
};

/** The containers of a profile, of one service or of all, also those that have ended. */
export function containers(profile: Profile, ...services: string[]): Container[] {
  const ids = compose(profile, 'ps', '--all', '--quiet', ...services)
    .split('\n')
    .filter(Boolean);
  return ids.length === 0 ? [] : JSON.parse(docker('inspect', ...ids));
}

export const running = (profile: Profile) => containers(profile).filter(({ State }) => State.Running);

/** Where the first replica of a service, or another, listens on this machine. */
export function addressOf(container: Container | undefined, port: number): string {
  const [published] = container?.NetworkSettings.Ports[`${port}/tcp`] ?? [];
  if (!published) throw new Error(`${container?.Name} publishes no port ${port}`);
  return `http://${published.HostIp}:${published.HostPort}`;
}

/** Whether a container is healthy, and how often it was started again after it ended. */
export function stateOf(id: string): { health: string; restarts: number } {
  const [health = '', restarts] = docker('inspect', '--format', '{{.State.Health.Status}} {{.RestartCount}}', id).split(
    ' ',
  );
  return { health, restarts: Number(restarts) };
}
