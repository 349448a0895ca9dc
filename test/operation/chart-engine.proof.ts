import { expect, test } from 'vitest';
import { manifestsOf } from './chart.ts';
import { everything, required } from './chart-values.ts';

test('every client of the engine uses the certificate of the secret, and finds each of its files', () => {
  const pods = manifestsOf(everything).flatMap(({ metadata, spec }) =>
    spec?.template ? [{ name: metadata.name, pod: spec.template.spec }] : [],
  );
  const connections = pods.map(({ name, pod: { containers, volumes } }) => {
    const [{ env, volumeMounts }] = containers;
    const files = env.flatMap(({ value = '' }) => (value.startsWith('/etc/waybill/') ? [value] : []));
    const secrets = files.map((file) => {
      const mount = volumeMounts.find(({ mountPath }) => file.startsWith(`${mountPath}/`));
      return volumes.find((volume) => volume.name === mount?.name)?.secret?.secretName;
    });
    return [name, secrets];
  });
  const ofEngine = ['engine-ca', 'engine-client', 'engine-client'];
  const withEngine = connections.filter(([, secrets]) => secrets?.length);

  expect(withEngine.map(([name]) => name)).toEqual(['shop-gateway', 'shop-worker-orders', 'shop-worker-shipping']);
  expect(withEngine.map(([, secrets]) => [...(secrets ?? [])].sort())).toEqual([ofEngine, ofEngine, ofEngine]);
});

test('the autoscaler of workers queries the engine with the credentials of the workers', () => {
  const manifests = manifestsOf(everything);
  const [authentication] = manifests.filter(({ kind }) => kind === 'TriggerAuthentication');
  const triggers = manifests.filter(({ kind }) => kind === 'ScaledObject').map(({ spec }) => spec.triggers?.[0]);

  expect(authentication?.spec.secretTargetRef?.map(({ parameter }) => parameter)).toEqual([
    'apiKey',
    'ca',
    'cert',
    'key',
  ]);
  expect(triggers.map((trigger) => trigger?.authenticationRef?.name)).toEqual(
    Array(2).fill(authentication?.metadata.name),
  );
  expect(manifestsOf(required).some(({ kind }) => kind === 'TriggerAuthentication')).toBe(false);
});
