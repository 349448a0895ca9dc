import { readFile } from 'node:fs/promises';
import { minVersion, satisfies } from 'semver';
import { expect, test } from 'vitest';

type Package = { version: string; engines?: { node?: string } };

const read = async (path: string) => JSON.parse(await readFile(new URL(`../${path}`, import.meta.url), 'utf8'));

test('every installed package runs on the oldest supported Node', async () => {
  const { engines }: Required<Package> = await read('package.json');
  const oldest = minVersion(engines.node ?? '')?.version ?? '';
  const { packages }: { packages: Record<string, Package> } = await read('package-lock.json');

  const newer = Object.entries(packages).filter(([, { engines: { node = '*' } = {} }]) => !satisfies(oldest, node));

  expect(newer.map(([path, { version, engines }]) => `${path} ${version} ${engines?.node}`)).toEqual([]);
});
