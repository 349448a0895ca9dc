import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '@waybill/temporal';

export type Served = 'gateway' | 'book' | 'chaos';
type Endpoints = Record<Served, readonly number[]>;

export type Balancer = Awaited<ReturnType<typeof openBalancer>>;

/** How often each replica is asked whether it is ready, and how long it may take to say so. */
const askEveryMs = 250;
const answerWithinMs = 2_000;

/**
 * nginx before the replicas of each service, gateways by request and the others by connection, as an ingress and the services
 * of Kubernetes are. A replica whose `/ready` does not say yes gets nothing new; where none says yes, all stay as they were.
 */
export async function openBalancer(folder: string, replicas: Endpoints) {
  const ports: Record<Served, number> = { gateway: await freePort(), book: await freePort(), chaos: await freePort() };
  const config = join(folder, 'nginx.conf');
  let ready: Endpoints = replicas;
  await writeFile(config, configOf(folder, ports, ready));
  const options = ['-c', config, '-p', folder, '-e', join(folder, 'error.log')];
  await promisify(execFile)('nginx', [...options, '-t']); // says what it lacks, such as its module for streams
  const nginx = spawn('nginx', options, { stdio: 'ignore' });
  const closing = new AbortController();

  const follow = async () => {
    while (!closing.signal.aborted) {
      const now = await readyOf(replicas, ready);
      if (JSON.stringify(now) !== JSON.stringify(ready)) {
        await writeFile(config, configOf(folder, ports, now));
        nginx.kill('SIGHUP');
        ready = now;
      }
      await pause(askEveryMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  const following = follow();
  return {
    url: (service: Served) => `http://127.0.0.1:${ports[service]}`,
    leadsTo: (service: Served, port: number) => ready[service].includes(port),
    async close() {
      closing.abort();
      await following;
      const ended = once(nginx, 'exit');
      if (nginx.exitCode === null && nginx.kill('SIGTERM')) await ended;
    },
  };
}

async function readyOf(replicas: Endpoints, before: Endpoints): Promise<Endpoints> {
  const those = async (service: Served) => {
    const states = await Promise.all(replicas[service].map(async (port) => ({ port, ready: await isReady(port) })));
    const ready = states.filter((state) => state.ready).map(({ port }) => port);
    return ready.length > 0 ? ready : before[service];
  };
  const [gateway, book, chaos] = await Promise.all([those('gateway'), those('book'), those('chaos')]);
  return { gateway, book, chaos };
}

const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/ready`, { signal: AbortSignal.timeout(answerWithinMs) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Debian builds what balances by connection as a module. */
const streamModule = '/usr/lib/nginx/modules/ngx_stream_module.so';

const upstream = (name: string, ports: readonly number[], more = '') =>
  `upstream ${name} { ${ports.map((port) => `server 127.0.0.1:${port} max_fails=0;`).join(' ')} ${more} }`;

function configOf(folder: string, ports: Record<Served, number>, ready: Endpoints): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(folder, kind)};`,
  );
  return `${existsSync(streamModule) ? `load_module ${streamModule};` : ''}
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${join(folder, 'nginx.pid')};
worker_processes 1;
worker_rlimit_nofile 20000;
events { worker_connections 10000; }
http {
  access_log off;
  ${temporary.join('\n  ')}
  keepalive_timeout 0; # a reload closes idle connections of clients: these are not what is tried here
  map $http_upgrade $connection_header { default upgrade; '' ''; }
  ${upstream('gateway', ready.gateway, 'keepalive 64;')}
  server {
    listen 127.0.0.1:${ports.gateway} backlog=4096;
    location / {
      proxy_pass http://gateway;
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_header;
      proxy_buffering off;
      proxy_read_timeout 1h;
    }
  }
}
stream {
  ${upstream('book', ready.book)}
  ${upstream('chaos', ready.chaos)}
  server { listen 127.0.0.1:${ports.book}; proxy_pass book; proxy_timeout 1h; }
  server { listen 127.0.0.1:${ports.chaos}; proxy_pass chaos; proxy_timeout 1h; }
}
`;
}
