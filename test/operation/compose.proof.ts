import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from '@waybill/contracts/settings';
import { temporalExecutable } from '@waybill/temporal';
import { beforeAll, describe, expect, inject, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const secrets = {
  POSTGRES_PASSWORD: 'p@ss/word',
  BOOK_PASSWORD: 'b@ss/word',
  ENGINE_PASSWORD: 'e@ss/word',
  WAYBILL_JWT_SECRET: 'a secret that only this test knows of',
  WAYBILL_SERVICE_TOKEN: 'a-token-that-only-this-test-knows',
};

type Service = {
  image: string;
  user?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  mem_limit?: string;
  restart?: string;
  environment?: Record<string, string>;
  healthcheck?: object;
  stop_grace_period?: string;
  ports?: { host_ip?: string }[];
};

let parser: string;
beforeAll(() => {
  parser = join(mkdtempSync(join(tmpdir(), 'waybill-compose-')), 'compose');
  execFileSync('go', ['build', '-o', parser, '.'], { cwd: join(root, 'tools/operate/compose') });
});

const parse = (profile: string, env: Record<string, string> = secrets) =>
  spawnSync(parser, ['docker-compose.yml', profile], { cwd: root, env, encoding: 'utf8' });
const servicesOf = (profile: string) =>
  Object.entries(JSON.parse(parse(profile).stdout).services as Record<string, Service>);

test.each(Object.keys(secrets))('without %s, compose refuses and names it', (name) => {
  const { status, stderr } = parse('production', { ...secrets, [name]: '' });

  expect(status).toBe(1);
  expect(stderr).toContain(name);
});

describe.each(['dev', 'production'])('the profile %s, parsed by Docker Compose', (profile) => {
  const where = (holds: (service: Service, name: string) => boolean) =>
    servicesOf(profile).flatMap(([name, service]) => (holds(service, name) ? [name] : []));

  test('has no container with a capability, without a limit of memory, or that may gain privileges', () => {
    expect(where(({ cap_drop }) => !cap_drop?.includes('ALL'))).toEqual([]);
    expect(where(({ mem_limit }) => !mem_limit)).toEqual([]);
    expect(where(({ security_opt }) => !security_opt?.includes('no-new-privileges:true'))).toEqual([]);
  });

  test('runs everything on read-only file systems, and the processes of Waybill without privileges', () => {
    const ours = ({ image }: Service) => image === 'waybill';

    expect(where((service) => ours(service) && service.user !== '1000:1000')).toEqual([]);
    expect(where(({ read_only }) => !read_only)).toEqual([]);
  });

  test('has a health check and a time to stop for each process of Waybill that stays', () => {
    const stays = ({ image, restart }: Service) => image === 'waybill' && restart !== 'no';

    expect(where((service) => stays(service) && !(service.healthcheck && service.stop_grace_period))).toEqual([]);
  });

  test('publishes ports only on this machine, and has every setting', () => {
    expect(where(({ ports = [] }) => ports.some(({ host_ip }) => host_ip !== '127.0.0.1'))).toEqual([]);
    const names = servicesOf(profile).flatMap(([, { environment = {} }]) => Object.keys(environment));
    expect(names.filter((name) => name.startsWith('WAYBILL_') && !(name in table))).toEqual([]);
  });
});

test('production has no GraphiQL, no tokens and no faults to order', () => {
  const names = servicesOf('production').map(([name]) => name);
  const settings = servicesOf('production').map(([, { environment = {} }]) => environment);

  expect(names).not.toContain('tokens');
  expect(settings.filter((each) => each.NODE_ENV === 'development' || each.CHAOS_CONTROL === 'on')).toEqual([]);
});

describe('the namespace', () => {
  const setUp = async (namespace: string) => {
    const bin = mkdtempSync(join(tmpdir(), 'waybill-bin-'));
    symlinkSync(await temporalExecutable({ say: console.error, env: process.env }), join(bin, 'temporal'));
    const env = {
      PATH: `${bin}:${process.env.PATH}`,
      TEMPORAL_ADDRESS: inject('temporalAddress'),
      TEMPORAL_NAMESPACE: namespace,
      HOME: tmpdir(),
    };
    const run = (command: string, ...args: string[]) => spawnSync(command, args, { cwd: root, env, encoding: 'utf8' });
    return {
      temporal: (...args: string[]) => run('temporal', ...args),
      again: () => run('sh', 'deploy/temporal/set-up.sh'),
    };
  };

  test('is prepared by a repeatable script', async () => {
    const { again } = await setUp('prepared');

    expect(again()).toMatchObject({ status: 0, stderr: '' });
    expect(again()).toMatchObject({ status: 0, stderr: '' });
  });

  test('with a search attribute of another type is refused by name', async () => {
    const { again, temporal } = await setUp('spoiled');
    temporal('operator', 'namespace', 'create', '--namespace', 'spoiled', '--retention', '72h');
    const attribute = ['--name', 'totalAmount', '--type', 'Keyword'];
    await expect.poll(() => temporal('operator', 'search-attribute', 'create', ...attribute).status).toBe(0);

    const { status, stderr } = again();

    expect(status).toBe(1);
    expect(stderr).toContain('search attribute totalAmount: must be Double, and is Keyword');
  });
});
