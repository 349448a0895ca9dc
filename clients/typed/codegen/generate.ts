import { readFile } from 'node:fs/promises';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildASTSchema, Kind, parse, print, stripIgnoredCharacters } from 'graphql';
import { mutation } from '../src/protocol/document.ts';
import { ourOperations } from './operations.ts';

/** The folder of the generated code. */
export const target = new URL('../src/generated/graphql.ts', import.meta.url);

const printedSchema = new URL('../../../schema/graphql/schema.graphql', import.meta.url);

const config = {
  documentMode: 'string',
  useTypeImports: true,
  enumType: 'string-literal',
  strictScalars: true,
  scalars: {
    ID: 'string',
    DateTime: 'string',
    Duration: 'string',
    Decimal: { input: 'string | number', output: 'string' },
    CurrencyCode: 'string',
    Cursor: 'string',
    JSON: 'unknown',
  },
};

/** Generates the types and documents of our operations with the client preset, from the printed schema. */
export async function generated(): Promise<string> {
  const schema = parse(await readFile(printedSchema, 'utf8'));
  const [documents] = await preset.buildGeneratesSection({
    baseOutputDir: 'generated/',
    presetConfig: { fragmentMasking: false },
    schema,
    schemaAst: buildASTSchema(schema),
    documents: await ourOperations(),
    config,
    plugins: [],
    pluginMap: {},
  });
  if (!documents) throw new Error('The client preset generated nothing');
  const code = await codegen(documents);
  return withPlainStrings(code).replace('/* eslint-disable */', '// Written by `npm run generate`: do not edit.');
}

/**
 * Documents become strings that share their fragments instead of instances of a class, so that a bundler drops unused
 * ones.
 */
function withPlainStrings(code: string): string {
  const fragments = new Map<string, string>();
  const written = code
    .replace(
      /import type \{ DocumentTypeDecoration \}.*/,
      "import { type DocumentText, mutation, withFragments } from '../protocol/document.ts';",
    )
    .replace(/export class TypedDocumentString[\s\S]*?\n\}\n/, '')
    .replace(/^export const \w+Fragment\w* = new TypedDocumentString[\s\S]*?;\n/gm, '')
    .replace(
      /new TypedDocumentString\(`([\s\S]*?)`(?:, \{[^}]*\})?\) as unknown as TypedDocumentString<(.*?)>;/g,
      (_, text: string, types: string) => `${documentOf(text, types, fragments)};`,
    );
  const constants = [...fragments].map(([name, text]) => `const ${name} = '${text}';\n`).join('');
  return written.replace(/^export const /m, `${constants}$&`);
}

function documentOf(text: string, types: string, fragments: Map<string, string>): string {
  const names: string[] = [];
  let operation = '';
  for (const definition of parse(text).definitions) {
    const short = stripIgnoredCharacters(print(definition));
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) operation = short;
    else {
      const name = `${definition.name.value}Text`;
      fragments.set(name, short);
      names.push(name);
    }
  }
  const [, name = '', payload = '', refusal = ''] =
    /^mutation (\w+).+Payload\{(.+)\}\.\.\.(\w+)\}\}$/.exec(operation) ?? [];
  const isUsual = mutation(name, payload, refusal) === operation;
  const texts = (isUsual ? [name, payload, refusal] : [operation]).map((part) => `'${part}'`);
  return `/* @__PURE__ */ ${isUsual ? 'mutation' : 'withFragments'}<${types}>(${[...texts, ...names].join(', ')})`;
}
