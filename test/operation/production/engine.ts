import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { engineAnswers, freePort, temporalExecutable } from '@waybill/temporal';
import { temporalServer } from '../../../tools/operate/src/tools/temporal-server.ts';
import type { Cluster } from './cluster.ts';

const restartMs = 500;
const services = ['frontend', 'history', 'matching', 'worker'] as const;
const databases = { temporal: 'temporal', temporal_visibility: 'visibility' };

export type ProductionEngine = Awaited<ReturnType<typeof createEngine>>;

/** Temporal's server on a Postgres, as deployments run it: all that it knows is in the database. */
export async function createEngine(folder: string, cluster: Cluster) {
  const { server, sqlTool } = temporalServer();
  makeSchema(sqlTool, cluster);
  const { config, address } = await writeConfig(folder, cluster);
  let child: ChildProcess | undefined;
  let isWanted = true;
  const launch = () => {
    if (!isWanted) return;
    const log = openSync(join(folder, 'temporal.log'), 'a');
    child = spawn(server, ['--config-file', config, '--allow-no-auth', 'start'], { stdio: ['ignore', log, log] });
    closeSync(log);
    child.once('exit', () => setTimeout(launch, restartMs)); // as a supervisor does
  };
  launch();
  await setUp(folder, address);
  return {
    address,
    pid: () => child?.pid ?? 0,
    async start() {
      isWanted = true;
      launch();
      while (!(await engineAnswers(address))) await pause(100);
    },
    /** Until it is started again. */
    async kill() {
      isWanted = false;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function makeSchema(sqlTool: string, { port }: Cluster): void {
  for (const [database, schema] of Object.entries(databases)) {
    const where = ['--plugin', 'postgres12', '--ep', '127.0.0.1', '-p', `${port}`, '-u', 'postgres', '--db', database];
    const tool = (...args: string[]) => execFileSync(sqlTool, [...where, ...args], { stdio: 'pipe' });
    tool('create-database');
    tool('setup-schema', '-v', '0.0');
    tool('update-schema', '--schema-name', `postgresql/v12/${schema}`);
  }
}

/** Namespace and search attributes, by the script that prepares those of a deployment. */
async function setUp(folder: string, address: string): Promise<void> {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  symlinkSync(await temporalExecutable({ say: console.error, env: process.env }), join(bin, 'temporal'));
  const env = { PATH: `${bin}:${process.env.PATH}`, HOME: folder, TEMPORAL_ADDRESS: address };
  await promisify(execFile)('sh', ['deploy/temporal/set-up.sh'], { env });
}

async function writeConfig(folder: string, cluster: Cluster): Promise<{ config: string; address: string }> {
  const limits = join(folder, 'limits.yaml');
  writeFileSync(limits, 'frontend.namespaceCount:\n  - value: 20000\n');
  const ports = await Promise.all(
    services.map(async (name) => ({ name, grpcPort: await freePort(), membershipPort: await freePort() })),
  );
  const address = `127.0.0.1:${ports[0]?.grpcPort}`;
  const store = (databaseName: string) => ({
    sql: {
      pluginName: 'postgres12',
      databaseName,
      user: 'postgres',
      connectProtocol: 'tcp',
      connectAddr: `127.0.0.1:${cluster.port}`,
      maxConns: 20,
      maxIdleConns: 20,
    },
  });
  const config = join(folder, 'temporal.json');
  const cluster1 = { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: address };
  const clusters = { failoverVersionIncrement: 10, masterClusterName: 'active', currentClusterName: 'active' };
  const content = {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'default',
      visibilityStore: 'visibility',
      numHistoryShards: 64,
      datastores: { default: store('temporal'), visibility: store('temporal_visibility') },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: Object.fromEntries(ports.map(({ name, ...rpc }) => [name, { rpc: { ...rpc, bindOnLocalHost: true } }])),
    clusterMetadata: { ...clusters, enableGlobalNamespace: false, clusterInformation: { active: cluster1 } },
    dcRedirectionPolicy: { policy: 'noop' },
    dynamicConfigClient: { filepath: limits, pollInterval: '60s' },
  };
  writeFileSync(config, JSON.stringify(content));
  return { config, address };
}
