import { readFile } from 'node:fs/promises';
import { minVersion, Range, subset } from 'semver';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

type Package = { version: string; engines?: { node?: string } };

const text = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8');
const read = async (path: string) => JSON.parse(await text(path));
const { engines }: Required<Package> = await read('package.json');
const supported = engines.node ?? '*';

/** Each supported line by its first version, as the pipeline writes it: 20.19, 24. */
const lines = new Range(supported).set.map((line) =>
  `${minVersion(line.join(' '))}`.replace(/^(\d+)\.0\.0$|\.0$/, '$1'),
);

test('every installed package runs on every supported Node', async () => {
  const { packages }: { packages: Record<string, Package> } = await read('package-lock.json');

  const others = Object.entries(packages).filter(([, { engines: { node = '*' } = {} }]) => !subset(supported, node));

  expect(others.map(([path, { version, engines }]) => `${path} ${version} ${engines?.node}`)).toEqual([]);
});

test('the pipeline tests each supported line of Node, and the documents name them', async () => {
  const { jobs } = parse(await text('.github/workflows/ci.yaml'));
  const [first, second, third] = lines;

  expect(jobs.test.strategy.matrix.node).toEqual(lines);
  expect(await text('README.md')).toContain(`Node ${first}, ${second} or ${third}`);
  expect(await text('docs/operation.md')).toContain(`tests on Node ${first}, ${second} and ${third}`);
});
