import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@waybill/temporal';
import { clusterPrograms } from '../../../tools/operate/src/tools/cluster.ts';
import { adminToken, apiAt } from './api.ts';

export type Cluster = Awaited<ReturnType<typeof startCluster>>;

/** A control plane on this machine's loopback, without a node: what is to run waits, until `startNodes`. */
export async function startCluster(folder: string) {
  const programs = clusterPrograms();
  const processes: ChildProcess[] = [];
  const stop = () => {
    for (const it of processes) it.kill('SIGKILL');
  };
  process.once('exit', stop);
  const start = (name: string, program: string, ...args: string[]) => {
    const log = openSync(join(folder, `${name}.log`), 'a');
    processes.push(spawn(program, args, { cwd: folder, stdio: ['ignore', log, log] }));
  };
  const [client, peer, port] = [await freePort(), await freePort(), await freePort()];
  const kubeconfig = writeFiles(folder, port);
  start('etcd', programs.etcd, ...etcdOptions(client, peer));
  start('api-server', programs.apiServer, ...apiServerOptions(port, client));
  const api = apiAt(port, join(folder, 'certificates/apiserver.crt'));
  while (!(await api.isReady())) await pause(200);
  const asAdmin = [`--kubeconfig=${kubeconfig}`, '--leader-elect=false', '--secure-port=0'];
  const keys = ['--service-account-private-key-file=accounts.key', '--root-ca-file=certificates/apiserver.crt'];
  start('controller-manager', programs.controllerManager, ...asAdmin, ...keys, '--use-service-account-credentials');
  start('scheduler', programs.scheduler, ...asAdmin);
  return {
    api,
    kubeconfig,
    /** kwok plays a node that runs whatever it is given, and ends jobs well, except those of this image. */
    startNodes: async (failing: string) => {
      const options = [`--kubeconfig=${kubeconfig}`, '--manage-all-nodes=true', '--node-lease-duration-seconds=40'];
      const jobFails = join(folder, 'job-fails.yaml');
      writeFileSync(jobFails, JSON.stringify(jobFailure(failing)));
      const stages = [...programs.stages, jobFails];
      start('kwok', programs.kwok, ...options, ...stages.map((file) => `--config=${file}`));
      await api.create({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'played' } });
    },
    stop,
  };
}

/** Among the stages that a pod could be in next, kwok takes the one with a weight. */
const jobFailure = (image: string) => ({
  apiVersion: 'kwok.x-k8s.io/v1alpha1',
  kind: 'Stage',
  metadata: { name: 'job-fails' },
  spec: {
    resourceRef: { apiGroup: 'v1', kind: 'Pod' },
    weight: 1,
    selector: {
      matchExpressions: [
        { key: '.status.phase', operator: 'In', values: ['Running'] },
        { key: '.metadata.ownerReferences.[].kind', operator: 'In', values: ['Job'] },
        { key: '.spec.containers.[].image', operator: 'In', values: [image] },
      ],
    },
    next: { statusTemplate: 'phase: Failed' },
  },
});

function writeFiles(folder: string, port: number): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(join(folder, 'accounts.key'), privateKey.export({ type: 'pkcs1', format: 'pem' }));
  writeFileSync(join(folder, 'tokens.csv'), `${adminToken},admin,admin,system:masters\n`);
  const cluster = {
    server: `https://127.0.0.1:${port}`,
    'certificate-authority': join(folder, 'certificates/apiserver.crt'),
  };
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'proof',
    clusters: [{ name: 'proof', cluster }],
    users: [{ name: 'proof', user: { token: adminToken } }],
    contexts: [{ name: 'proof', context: { cluster: 'proof', user: 'proof' } }],
  };
  const path = join(folder, 'kubeconfig');
  writeFileSync(path, JSON.stringify(config));
  return path;
}

const etcdOptions = (client: number, peer: number) => [
  ...['--data-dir=etcd', '--unsafe-no-fsync', '--logger=zap', '--log-level=warn'],
  ...[`--listen-client-urls=http://127.0.0.1:${client}`, `--advertise-client-urls=http://127.0.0.1:${client}`],
  ...[`--listen-peer-urls=http://127.0.0.1:${peer}`, `--initial-advertise-peer-urls=http://127.0.0.1:${peer}`],
  `--initial-cluster=default=http://127.0.0.1:${peer}`,
];

const apiServerOptions = (port: number, etcd: number) => [
  ...[`--etcd-servers=http://127.0.0.1:${etcd}`, '--bind-address=127.0.0.1', `--secure-port=${port}`],
  ...['--cert-dir=certificates', '--token-auth-file=tokens.csv', '--authorization-mode=RBAC'],
  ...['--service-account-issuer=https://kubernetes.default.svc', '--service-account-key-file=accounts.key'],
  ...['--service-account-signing-key-file=accounts.key', '--service-cluster-ip-range=10.96.0.0/24'],
];
