import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { helm, kubeconform, schemas } from '../../tools/operate/src/tools/kubernetes.ts';

const chart = fileURLToPath(new URL('../../deploy/helm/waybill', import.meta.url));

/** The oldest version that the chart supports, and a current one. */
export const kubernetesVersions = ['1.30.0', '1.34.0'];

export type Values = { [name: string]: unknown };

type Probe = { httpGet?: { path: string }; tcpSocket?: object };

type Container = {
  image: string;
  args: string[];
  env: { name: string; value?: string; valueFrom?: { secretKeyRef: { name: string } } }[];
  securityContext: object;
  volumeMounts: { name: string; mountPath: string }[];
  ports?: { name: string }[];
  resources: { requests: object; limits: { memory?: string } };
  livenessProbe?: Probe;
  readinessProbe?: Probe;
};

export type PodSpec = {
  automountServiceAccountToken: boolean;
  enableServiceLinks: boolean;
  terminationGracePeriodSeconds?: number;
  securityContext: object;
  topologySpreadConstraints?: object[];
  volumes: { name: string; secret?: { secretName: string } }[];
  containers: [Container];
};

export type Manifest = {
  kind: string;
  metadata: { name: string; labels: Record<string, string>; annotations?: Record<string, string> };
  spec: {
    replicas?: number;
    minReplicas?: number;
    minReplicaCount?: number;
    scaleTargetRef?: { name: string };
    selector?: { matchLabels?: Record<string, string> };
    podSelector?: { matchLabels: Record<string, string> };
    template?: { metadata: { labels: Record<string, string> }; spec: PodSpec };
    triggers?: { type: string; metadata: Record<string, string>; authenticationRef?: { name: string } }[];
    secretTargetRef?: { parameter: string }[];
    groups?: { rules: { alert?: string }[] }[];
  };
};

export function lint(values: Values) {
  const args = ['lint', chart, '--strict', '--values', '-'];
  return spawnSync(helm(), args, { input: JSON.stringify(values), encoding: 'utf8' });
}

export function template(values: Values, version = '1.34.0') {
  const args = ['template', 'shop', chart, '--kube-version', version, '--values', '-'];
  return spawnSync(helm(), args, { input: JSON.stringify(values), encoding: 'utf8' });
}

export const manifestsOf = (values: Values): Manifest[] =>
  parseAllDocuments(template(values).stdout).flatMap((document) => document.toJS() ?? []);

/** The errors of kubeconform; every manifest must be known to it. */
export function conformity(manifests: string, version: string) {
  const location = `${schemas(version)}/{{.ResourceKind}}{{.KindSuffix}}.json`;
  const args = ['-strict', '-summary', '-schema-location', location, '-'];
  return spawnSync(kubeconform(), args, { input: manifests, encoding: 'utf8' });
}
