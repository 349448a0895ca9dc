import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { cached } from './cache.ts';
import { goModule, goTool, pythonPackage } from './install.ts';

export const helm = () => goTool('helm', 'helm.sh/helm/v3/cmd/helm', 'v3.22.0');
export const kubeconform = () => goTool('kubeconform', 'github.com/yannh/kubeconform/cmd/kubeconform', 'v0.8.0');

const keda = { module: 'github.com/kedacore/keda/v2', version: 'v2.21.0' };

/** The custom resources of the chart, as their operators define them. */
const customResources = [
  {
    ...keda,
    folder: 'config/crd/bases',
    files: /^keda\.sh_(scaledobjects|triggerauthentications)\./,
  },
  {
    module: 'github.com/prometheus-operator/prometheus-operator',
    version: 'v0.85.0',
    folder: 'example/prometheus-operator-crd',
    files: /_(servicemonitors|prometheusrules)\./,
  },
];

/** A folder of schemas for kubeconform: those of this version of Kubernetes, strict, and those of the custom resources. */
export function schemas(kubernetes: string): string {
  const versions = customResources.map(({ version }) => version).join('-');
  return cached(`schemas-${kubernetes}-${versions}-2`, (folder) => {
    copyKubernetes(kubernetes, folder);
    for (const definition of customResourceDefinitions()) writeCustomResource(definition, folder);
  });
}

/** The custom resources of the chart, as a cluster with their operators knows them. */
export const customResourceDefinitions = (): Definition[] =>
  customResources.flatMap(({ module, version, folder, files }) => {
    const source = join(goModule(module, version), folder);
    const names = readdirSync(source).filter((each) => files.test(each));
    return names.map((name) => parse(readFileSync(join(source, name), 'utf8')));
  });

export type ScalerParameter = {
  name: string;
  optional?: boolean;
  default?: string;
  deprecated?: string;
  metadataVariableReadable?: boolean;
  triggerAuthenticationVariableReadable?: boolean;
};

/** What KEDA's scalers are told, by their type: a ScaledObject may say anything, and its own schema says nothing of it. */
export function scalerParameters(): ReadonlyMap<string, readonly ScalerParameter[]> {
  const file = join(goModule(keda.module, keda.version), 'schema/generated/scalers-schema.json');
  const { scalers }: { scalers: { type: string; parameters: ScalerParameter[] }[] } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return new Map(scalers.map(({ type, parameters }) => [type, parameters]));
}

/** Schemas refer to each other by URLs of their server; here they are files beside each other. */
function copyKubernetes(version: string, folder: string): void {
  const schemaFolder = `kubernetes_validate/kubernetes-json-schema/v${version}-local-strict`;
  const source = join(pythonPackage('kubernetes-validate', '1.37.0'), schemaFolder);
  for (const name of readdirSync(source)) {
    const { $id: _, ...schema } = JSON.parse(readFileSync(join(source, name), 'utf8'));
    const text = JSON.stringify(schema).replaceAll('/api/_definitions.json', '_definitions.json');
    writeFileSync(join(folder, name), text);
  }
}

type Definition = {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  spec: { group: string; names: { kind: string }; versions: { name: string; schema: { openAPIV3Schema: object } }[] };
};

function writeCustomResource({ spec }: Definition, folder: string): void {
  for (const { name, schema } of spec.versions) {
    const file = `${spec.names.kind}-${spec.group.split('.')[0]}-${name}.json`.toLowerCase();
    writeFileSync(join(folder, file), JSON.stringify(strict(schema.openAPIV3Schema)));
  }
}

/** As the API server prunes what a definition does not know, and as kubeconform shall refuse it. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copied = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)]));
  const isClosed = 'properties' in schema && !('additionalProperties' in schema) && !keepsUnknown(schema);
  return isClosed ? { ...copied, additionalProperties: false } : copied;
}

const keepsUnknown = (schema: object) => 'x-kubernetes-preserve-unknown-fields' in schema;
