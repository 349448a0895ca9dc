import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';

type Seen = { number: number; names: string[] };
type Selection = {
  number: number;
  /** Those that are given, each with its value; one that is absent is not one that is null. */
  variables: [name: string, value: unknown][];
};

/** What an operation selects below its root: the number that it is known by, and the variables in it. */
export function selectionsSeen() {
  const known = new WeakMap<OperationDefinitionNode, Seen>();
  let count = 0;
  // Parsed documents are cached, so the same text is the same operation.
  const seen = (operation: OperationDefinitionNode, document: DocumentNode): Seen => {
    const found = known.get(operation) ?? { number: ++count, names: variablesBelowRoot(operation, document) };
    known.set(operation, found);
    return found;
  };
  return ({ document, operationName, variableValues = {} }: ExecutionArgs): Selection => {
    const operation = getOperationAST(document, operationName);
    if (!operation) return { number: ++count, variables: [] };
    const { number, names } = seen(operation, document);
    const given = names.filter((name) => Object.hasOwn(variableValues ?? {}, name));
    return { number, variables: given.map((name) => [name, variableValues?.[name]]) };
  };
}

/** The arguments of the root field say which events come, and not what is told of one. */
function variablesBelowRoot(operation: OperationDefinitionNode, document: DocumentNode): string[] {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const names = new Set<string>();
  for (const node of [withoutRootArguments(operation), ...fragments]) {
    visit(node, { Variable: (variable) => void names.add(variable.name.value) });
  }
  return [...names].sort();
}

const withoutRootArguments = (operation: OperationDefinitionNode): OperationDefinitionNode => ({
  ...operation,
  variableDefinitions: [],
  selectionSet: {
    ...operation.selectionSet,
    selections: operation.selectionSet.selections.map((selection) =>
      selection.kind === Kind.FIELD ? { ...selection, arguments: [] } : selection,
    ),
  },
});
