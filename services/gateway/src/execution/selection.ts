import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';

type Indexed = { number: number; names: string[]; isOfRuns: boolean };
type Selection = {
  number: number;
  /** The given variables with their values; an absent variable is not the same as null. */
  variables: [name: string, value: unknown][];
  /** Whether its events are runs, or changes of runs. */
  isOfRuns: boolean;
};

/** Assigns numbers to the selections below the root of operations, and lists their variables. */
export function createSelectionIndex() {
  const known = new WeakMap<OperationDefinitionNode, Indexed>();
  let count = 0;
  // Parsed documents are cached: the same text is the same object.
  const index = (operation: OperationDefinitionNode, document: DocumentNode): Indexed => {
    const found = known.get(operation) ?? {
      number: ++count,
      names: variablesBelowRoot(operation, document),
      isOfRuns: visitsRuns(operation, document),
    };
    known.set(operation, found);
    return found;
  };
  return ({ document, operationName, variableValues = {} }: ExecutionArgs): Selection => {
    const operation = getOperationAST(document, operationName);
    if (!operation) return { number: ++count, variables: [], isOfRuns: true };
    const { number, names, isOfRuns } = index(operation, document);
    const given = names.filter((name) => Object.hasOwn(variableValues ?? {}, name));
    return { number, isOfRuns, variables: given.map((name) => [name, variableValues?.[name]]) };
  };
}

/** Whether any field of the document, fragments included, returns runs. */
function visitsRuns(operation: OperationDefinitionNode, document: DocumentNode): boolean {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  let found = false;
  for (const node of [operation, ...fragments]) {
    visit(node, {
      Field: ({ name }) => {
        found ||= name.value.startsWith('workflowRun');
      },
    });
  }
  return found;
}

/** The arguments of the root field select events, and do not affect their rendering. */
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
