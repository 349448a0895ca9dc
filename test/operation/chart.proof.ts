import { table } from '@waybill/contracts/settings';
import { describe, expect, test } from 'vitest';
import { conformity, kubernetesVersions, lint, type Manifest, manifestsOf, template, type Values } from './chart.ts';
import { everything, matrix, required } from './chart-values.ts';

describe.each(Object.entries(matrix))('the chart with %s', (_, values) => {
  const manifests = manifestsOf(values);
  const pods = manifests.flatMap(({ metadata, spec }) =>
    spec?.template ? [{ ...metadata, pod: spec.template.spec }] : [],
  );
  const deployments = manifests.filter(({ kind }) => kind === 'Deployment');

  test('is accepted by helm lint', () => {
    const { status, stdout } = lint(values);

    expect(status, stdout).toBe(0);
  });

  test.each(kubernetesVersions)('is valid for Kubernetes %s and its operators, without an unknown field', (version) => {
    const { status, stdout } = conformity(template(values, version).stdout, version);

    expect(stdout).toContain(`${manifests.length} resources found`);
    expect(status, stdout).toBe(0);
  });

  test('runs nothing as root, with a capability, a writable root, an API token or variables of services', () => {
    for (const { pod } of pods) {
      expect(pod).toMatchObject({
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
      });
      expect(pod.containers[0].securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
    }
  });

  test('gives each pod a limit of memory, and more time to stop than its process takes', () => {
    for (const { pod } of pods) {
      const { env, resources } = pod.containers[0];
      const stopping = env
        .filter(({ name }) => ['WAYBILL_DRAIN_DELAY', 'WAYBILL_DRAIN_TIMEOUT', 'WAYBILL_WORKER_GRACE'].includes(name))
        .reduce((sum, { value }) => sum + Number(/^PT(\d+)S$/.exec(value ?? '')?.[1]), 0);

      expect(resources.limits.memory).toMatch(/Mi|Gi/);
      expect(pod.terminationGracePeriodSeconds ?? 30).toBeGreaterThan(stopping + 15);
    }
  });

  test('spreads each deployment over nodes and zones, and has liveness probes', () => {
    for (const { spec } of deployments) {
      expect(spec.template?.spec.topologySpreadConstraints).toHaveLength(2);
      expect(spec.template?.spec.containers[0]).toHaveProperty('livenessProbe');
    }
  });

  test('lets one pod of each deployment be disrupted at a time', () => {
    const budgets = manifests.filter(({ kind }) => kind === 'PodDisruptionBudget');

    expect(budgets.map(selected)).toEqual(deployments.map(selected));
  });

  test('sets only settings that a process knows, and passwords only from secrets', () => {
    const set = pods.flatMap(({ pod }) => pod.containers[0].env);
    const ours = Object.keys(table);

    expect(set.filter(({ name }) => !ours.includes(name) && name !== 'PGPASSWORD')).toEqual([]);
    expect(
      set.filter(({ name, value }) => /PASSWORD|SECRET$|TOKEN$|API_KEY|PAYLOAD_KEYS/.test(name) && value !== undefined),
    ).toEqual([]);
  });

  test('never scales anything to none, nor a worker to one', () => {
    const least = manifests.flatMap(({ spec }) => spec?.replicas ?? spec?.minReplicas ?? spec?.minReplicaCount ?? []);

    expect(least.length).toBeGreaterThanOrEqual(deployments.length);
    expect(least.every((count) => count >= 2)).toBe(true);
  });
});

test('the codec server is reached through a Service of its own, and there is none unless it is turned on', () => {
  const services = (values: Values) =>
    manifestsOf(values).flatMap(({ kind, metadata }) =>
      kind === 'Service' && /codec/.test(metadata.name) ? [metadata.name] : [],
    );

  expect(services(everything)).toEqual(['shop-gateway-codec']);
  expect(services(required)).toEqual([]);
});

const selected = ({ spec }: Manifest) => JSON.stringify(spec.selector?.matchLabels);

test('the migrations run before a release, and a failed one stops it', () => {
  const jobs = manifestsOf(required).filter(({ kind }) => kind === 'Job');

  expect(jobs.map(({ metadata }) => metadata.annotations?.['helm.sh/hook'])).toEqual(
    Array(2).fill('pre-install,pre-upgrade'),
  );
});

test('a release contains the alerts as they are tested', () => {
  const [rules] = manifestsOf(everything).filter(({ kind }) => kind === 'PrometheusRule');

  expect(rules?.spec.groups?.flatMap((group) => group.rules).filter(({ alert }) => alert).length).toBeGreaterThan(15);
});

type Version = { worker?: string; workerDeploymentName?: string; workerDeploymentBuildId?: string };

test('workers are scaled by the backlog of their deployment and build', () => {
  const manifests = manifestsOf(everything);
  const versions = manifests.flatMap(({ kind, spec }) =>
    kind === 'ScaledObject' ? [{ worker: spec.scaleTargetRef?.name, ...spec.triggers?.[0]?.metadata } as Version] : [],
  );
  const registered = manifests.flatMap(({ kind, metadata, spec }) => {
    const of = (wanted: string) => spec?.template?.spec.containers[0].env?.find(({ name }) => name === wanted)?.value;
    const version = [of('WAYBILL_WORKER_DEPLOYMENT'), of('WAYBILL_WORKER_BUILD_ID')];
    return kind === 'Deployment' && version[1] ? [[metadata.name, ...version]] : [];
  });

  expect(versions.map((its) => [its.worker, its.workerDeploymentName, its.workerDeploymentBuildId])).toEqual(
    registered,
  );
  expect(registered).toHaveLength(2);
});
