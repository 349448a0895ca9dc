import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { helm } from '../../../tools/operate/src/tools/kubernetes.ts';
import type { Values } from '../chart.ts';
import { required } from '../chart-values.ts';
import type { Kubernetes } from './api.ts';
import type { Cluster } from './cluster.ts';

const chart = fileURLToPath(new URL('../../../deploy/helm/waybill', import.meta.url));
export const namespace = 'shop';

/** A release with all that needs an operator, at this version of the image. */
export const valuesAt = (tag: string): Values => ({
  ...required,
  image: { ...required.image, tag },
  workers: { autoscaling: { enabled: true } },
  metrics: { serviceMonitor: { enabled: true }, alerts: { enabled: true }, boards: { enabled: true } },
});

/** Helm on this cluster. */
export function helmOn({ kubeconfig }: Cluster) {
  const where = [`--kubeconfig=${kubeconfig}`, `--namespace=${namespace}`];
  return {
    /** Begins an upgrade; whoever awaits its end gets its exit code and all that it said. */
    upgrade: (tag: string, ...options: string[]) =>
      started(
        spawn(helm(), ['upgrade', 'shop', chart, '--install', '--values=-', ...options, ...where]),
        valuesAt(tag),
      ),
    rollback: (revision: number) =>
      execFileSync(helm(), ['rollback', 'shop', `${revision}`, '--wait', '--timeout=120s', ...where], {
        encoding: 'utf8',
      }),
  };
}

function started(child: ChildProcess, values: Values) {
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => output.push(String(bytes)));
  child.stdin?.end(JSON.stringify(values));
  return {
    isRunning: () => child.exitCode === null,
    ended: once(child, 'exit').then(([code]) => ({ code, output: output.join('') })),
  };
}

/** What is there of a kind, in the release's namespace. */
export const inNamespace = ({ api }: Cluster, apiVersion: string, kind: string): Promise<Kubernetes[]> =>
  api.list({ apiVersion, kind, metadata: { namespace } });

export const imagesOf = (deployments: readonly Kubernetes[]) => [
  ...new Set(deployments.flatMap(({ spec }) => spec?.template?.spec.containers.map(({ image }) => image))),
];
