import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { answering, type Processes, reachingTheEngine } from '../processes.ts';
import type { Balancer, Served } from './balancer.ts';

export type Environment = Record<string, string>;
export type Service = Served | 'worker';

const portNames: Record<Served, string> = {
  gateway: 'WAYBILL_GATEWAY_PORT',
  book: 'WAYBILL_ORDER_BOOK_PORT',
  chaos: 'WAYBILL_CHAOS_PORT',
};

export type Replica = { service: Service; restart: (changes?: Environment) => Promise<void> };
type Plan = { processes: Processes; balancer: Balancer; service: Service; port: number; env: Environment };

/** A process that is ready; a restart, with changed settings for good, resolves when it is so again and has its share of what is asked. */
export async function createReplica({ processes, balancer, service, port, env }: Plan): Promise<Replica> {
  const launch = service === 'worker' ? launchWorker : launchServed;
  let settings = env;
  let child = await launch({ processes, balancer, service, port, env });
  return {
    service,
    async restart(changes: Environment = {}): Promise<void> {
      settings = { ...settings, ...changes };
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = await exited;
      if (code !== 0) throw new Error(`${service} stopped with code ${code}`);
      child = await launch({ processes, balancer, service, port, env: settings });
    },
  };
}

async function launchWorker({ processes, env }: Plan): Promise<ChildProcess> {
  const polling = () => processes.output().split('worker is polling').length;
  const before = polling();
  const child = processes.start('worker', env);
  await Promise.race([until(() => polling() > before), processes.ended]);
  return child;
}

async function launchServed({ processes, balancer, service, port, env }: Plan): Promise<ChildProcess> {
  if (service === 'worker') throw new Error('A worker serves nobody');
  const url = `http://127.0.0.1:${port}`;
  const child = processes.start(service === 'book' ? 'order-book' : service, {
    ...env,
    [portNames[service]]: `${port}`,
  });
  const up = service === 'gateway' ? reachingTheEngine(url) : answering(`${url}/ready`);
  await Promise.race([up.then(() => until(() => balancer.leadsTo(service, port))), processes.ended]);
  return child;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(50);
}
