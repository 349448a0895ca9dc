import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionNode } from 'graphql';
import { ourOperations } from './operations.ts';

/** The file of the generated names. */
export const fieldNamesTarget = new URL('../src/generated/field-names.ts', import.meta.url);

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Generates the fields of each fragment and of the result of each query, with those one level below. */
export async function generatedFieldNames(): Promise<string> {
  const definitions = (await ourOperations()).flatMap(({ document }) => document.definitions);
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  );
  const ofFragments = [...fragments].map(([name, { selectionSet }]) => [name, selectionSet.selections] as const);
  const ofQueries = definitions.flatMap((each) => {
    if (each.kind !== Kind.OPERATION_DEFINITION || each.operation !== 'query') return [];
    const [root] = each.selectionSet.selections;
    return root?.kind === Kind.FIELD ? [[each.name?.value ?? '', root.selectionSet?.selections ?? []] as const] : [];
  });
  const rows = [...ofFragments, ...ofQueries].map(
    ([name, selections]) => `  ${name}: ${JSON.stringify(below(selections, fragments))},\n`,
  );
  return `// Written by \`npm run generate\`: do not edit.\nexport const fieldNames = {\n${rows.join('')}} as const;\n`;
}

/** The fields that are selected, each with the names of those below it. */
function below(selections: readonly SelectionNode[], fragments: Fragments): Record<string, string[]> {
  const names: Record<string, string[]> = {};
  for (const { name, selectionSet } of fieldsIn(selections, fragments)) {
    const nested = fieldsIn(selectionSet?.selections ?? [], fragments).map((field) => field.name.value);
    names[name.value] = [...new Set([...(names[name.value] ?? []), ...nested])];
  }
  return names;
}

/** The fields of a selection and of the fragments in it. */
const fieldsIn = (selections: readonly SelectionNode[], fragments: Fragments): FieldNode[] =>
  selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return each.name.value === '__typename' ? [] : [each];
    const spread = each.kind === Kind.FRAGMENT_SPREAD ? fragments.get(each.name.value) : each;
    return fieldsIn(spread?.selectionSet.selections ?? [], fragments);
  });
