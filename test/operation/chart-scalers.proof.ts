import { expect, test } from 'vitest';
import { type ScalerParameter, scalerParameters } from '../../tools/operate/src/tools/kubernetes.ts';
import { manifestsOf } from './chart.ts';
import { everything } from './chart-values.ts';

const isRequired = ({ optional, default: usual }: ScalerParameter) => !optional && usual === undefined;

test('KEDA knows each parameter of each trigger, deprecates none and misses none', () => {
  const known = scalerParameters();
  const triggers = manifestsOf(everything).flatMap(({ spec }) => spec?.triggers ?? []);
  const scalers = triggers.map(({ type, metadata }) => {
    const parameters = (known.get(type) ?? []).filter((each) => each.metadataVariableReadable);
    const unknown = Object.keys(metadata).filter((name) => !parameters.some((each) => each.name === name));
    const deprecated = parameters.filter((each) => each.deprecated && each.name in metadata).map(({ name }) => name);
    const missing = parameters.filter((each) => isRequired(each) && !(each.name in metadata)).map(({ name }) => name);
    return { type, unknown, deprecated, missing };
  });

  const none = { unknown: [], deprecated: [], missing: [] };
  const ofQueue = [
    { type: 'temporal', ...none },
    { type: 'prometheus', ...none },
  ];
  expect(scalers).toEqual([...ofQueue, ...ofQueue]);
});

test('KEDA takes each credential of the engine from a secret', () => {
  const secrets = (scalerParameters().get('temporal') ?? [])
    .filter((each) => each.triggerAuthenticationVariableReadable)
    .map(({ name }) => name);
  const references = manifestsOf(everything).flatMap(({ spec }) => spec?.secretTargetRef ?? []);

  expect(secrets).toEqual(expect.arrayContaining(references.map(({ parameter }) => parameter)));
  expect(references).not.toEqual([]);
});
