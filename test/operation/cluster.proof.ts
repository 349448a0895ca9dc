import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { customResourceDefinitions } from '../../tools/operate/src/tools/kubernetes.ts';
import { manifestsOf } from './chart.ts';
import type { Kubernetes } from './cluster/api.ts';
import { type Cluster, startCluster } from './cluster/cluster.ts';
import { helmOn, imagesOf, inNamespace, namespace, valuesAt } from './cluster/release.ts';

const patience = { timeout: 120_000 };
const restricted = {
  'pod-security.kubernetes.io/enforce': 'restricted',
  'pod-security.kubernetes.io/warn': 'restricted',
};
const strict = '?dryRun=All&fieldValidation=Strict';

/** As the chart renders it, in the namespace of the release. */
const rendered = () =>
  (manifestsOf(valuesAt('1.0.0')) as unknown as Kubernetes[]).map((it) => ({
    ...it,
    metadata: { ...it.metadata, namespace },
  }));

let folder: string;
let cluster: Cluster;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waybill-cluster-'));
  cluster = await startCluster(folder);
  await cluster.api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels: restricted } });
  for (const definition of customResourceDefinitions()) await cluster.api.create(definition as Kubernetes);
  const last = rendered().find(({ kind }) => kind === 'PrometheusRule') as Kubernetes;
  await vi.waitFor(async () => expect((await cluster.api.create(last, strict)).status).toBe(201), patience);
}, 600_000);
afterAll(() => {
  cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the API server accepts each object of the chart without a warning, where pods are restricted', async () => {
  const answers = await Promise.all(
    rendered().map(async (object) => ({
      object: `${object.kind} ${object.metadata.name}`,
      ...(await cluster.api.create(object, strict)),
    })),
  );

  expect(answers.filter(({ status, warnings }) => status !== 201 || warnings.length > 0)).toEqual([]);
});

test('no process of a release is there until its migrations are done', async () => {
  const jobs = () => inNamespace(cluster, 'batch/v1', 'Job');
  const release = helmOn(cluster).upgrade('1.0.0', '--wait', '--timeout=120s');
  await expect.poll(async () => (await jobs()).map(({ status }) => status?.active), patience).toEqual([1]);
  const before = await inNamespace(cluster, 'apps/v1', 'Deployment');
  const heldBack = release.isRunning();

  await cluster.startNodes('registry.example/waybill:1.2.0');

  expect(await release.ended).toMatchObject({ code: 0 });
  expect([before, heldBack]).toEqual([[], true]);
});

test('the autoscaler holds two gateways without any metric, and each budget lets one pod go', async () => {
  const gateways = async () => {
    const deployments = await inNamespace(cluster, 'apps/v1', 'Deployment');
    return deployments.find(({ metadata }) => metadata.name === 'shop-gateway')?.status?.readyReplicas;
  };
  await expect.poll(gateways, patience).toBe(2);

  const budgets = await inNamespace(cluster, 'policy/v1', 'PodDisruptionBudget');
  expect(budgets.map(({ metadata, status }) => [metadata.name, status?.disruptionsAllowed])).toEqual(
    ['chaos', 'gateway', 'order-book', 'worker-orders', 'worker-shipping'].map((name) => [`shop-${name}`, 1]),
  );
});

test('an upgrade brings another image, and a rollback the one before', async () => {
  const images = async () => imagesOf(await inNamespace(cluster, 'apps/v1', 'Deployment'));
  const upgrade = await helmOn(cluster).upgrade('1.1.0', '--wait', '--timeout=120s').ended;
  const upgraded = await images();

  helmOn(cluster).rollback(1);

  expect(upgrade).toMatchObject({ code: 0 });
  expect(upgraded).toEqual(['registry.example/waybill:1.1.0']);
  expect(await images()).toEqual(['registry.example/waybill:1.0.0']);
});

test('a migration that fails ends the upgrade, and what ran before runs on; the next upgrade goes through', async () => {
  const failed = await helmOn(cluster).upgrade('1.2.0', '--wait', '--timeout=300s').ended;
  const meanwhile = imagesOf(await inNamespace(cluster, 'apps/v1', 'Deployment'));
  const next = await helmOn(cluster).upgrade('1.3.0', '--wait', '--timeout=120s').ended;

  expect(failed).toMatchObject({
    code: 1,
    output: expect.stringContaining('job shop-migrate-chaos failed: BackoffLimitExceeded'),
  });
  expect(meanwhile).toEqual(['registry.example/waybill:1.0.0']);
  expect(next).toMatchObject({ code: 0 });
}, 600_000);
