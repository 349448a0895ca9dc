import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { fieldNamesTarget, generatedFieldNames } from '../codegen/field-names.ts';
import { generated, target } from '../codegen/generate.ts';

test.each([
  ['operations', target, generated],
  ['names of fields', fieldNamesTarget, generatedFieldNames],
] as const)(
  'the generated %s are those of the printed schema: `npm run generate -w @waybill/client` writes them',
  async (_, file, generate) => {
    const committed = await readFile(file, 'utf8');

    const fresh = await generate();

    expect(committed === fresh).toBe(true);
  },
);
