import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.ts';
import { goModule } from './install.ts';

const kubernetes = { module: 'k8s.io/kubernetes', version: 'v1.34.4' };
const etcd = { module: 'go.etcd.io/etcd/server/v3', version: 'v3.6.4' };
const kwok = { module: 'sigs.k8s.io/kwok', version: 'v0.8.0' };

/** A control plane of Kubernetes, and kwok, which plays the nodes; built by Go in twenty minutes or more, once on a machine. */
export function clusterPrograms() {
  const plane = built(
    kubernetes,
    ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'].map((it) => `cmd/${it}`),
  );
  return {
    etcd: join(built(etcd, ['']), 'server'),
    apiServer: join(plane, 'kube-apiserver'),
    controllerManager: join(plane, 'kube-controller-manager'),
    scheduler: join(plane, 'kube-scheduler'),
    kwok: join(built(kwok, ['cmd/kwok']), 'kwok'),
    stages: stages.map((stage) => join(goModule(kwok.module, kwok.version), 'kustomize/stage', `${stage}.yaml`)),
  };
}

/** What kwok plays: a node that is ready and stays so, pods that run at once, and jobs that end well. */
const stages = [
  'node/fast/node-initialize',
  'node/heartbeat-with-lease/node-heartbeat-with-lease',
  'pod/fast/pod-ready',
  'pod/fast/pod-complete',
  'pod/fast/pod-delete',
];

type Pinned = { module: string; version: string };

/** Modules with replacements cannot be installed as they are: a module around them requires them. */
function built({ module, version }: Pinned, paths: readonly string[]): string {
  return cached(`${module.replaceAll('/', '-')}-${version}`, (folder) => {
    const env = { ...process.env, GOFLAGS: '-mod=mod', CGO_ENABLED: '0' };
    const go = (...args: string[]) => execFileSync('go', args, { cwd: folder, env, stdio: 'inherit' });
    go('mod', 'init', 'waybill/built');
    go('mod', 'edit', `-require=${module}@${version}`, ...staged({ module, version }));
    const packages = paths.map((path) => (path ? `${module}/${path}` : module));
    // Without it an API server has no version, and no chart is made for it.
    const flags = `-s -w -X k8s.io/component-base/version.gitVersion=${version}`;
    go('build', '-p', '1', '-trimpath', '-ldflags', flags, '-o', `${folder}/`, ...packages);
  });
}

/** What Kubernetes keeps beside itself is published under the same minor and patch version, as v0. */
function staged({ module, version }: Pinned): string[] {
  const text = readFileSync(join(goModule(module, version), 'go.mod'), 'utf8');
  const names = [...text.matchAll(/^\t(\S+) => \.\/staging\//gm)].map(([, name]) => name);
  return names.map((name) => `-replace=${name}=${name}@${version.replace('v1', 'v0')}`);
}
