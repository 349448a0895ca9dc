import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { GatewayContext } from '../context.ts';
import { type Occasion, withFaultsShown, withoutStatus } from './faults.ts';

/** What one operation makes of one event: the result, the same as JSON, and the bytes of that. */
export type Rendered = { result: ExecutionResult; text: string; bytes: () => Buffer };

/** The result as JSON, where it was made for many. */
export const madeText = Symbol('text');
type Made = ExecutionResult & { [madeText]?: string };

export type Renderings = ReturnType<typeof renderings>;

/**
 * Runs an operation for an event: once for all who chose the same and may see the same, however many they are and
 * however they are connected. The root field of a subscription passes its event on as it is, so nothing but the selection
 * below it, the variables in there and the viewer's rights can make a difference.
 */
export function renderings() {
  const rendered = new WeakMap<object, Map<string, Promise<Rendered>>>();
  const selections = numbered();

  const keyOf = (args: ExecutionArgs): string => {
    const { number, variables } = selections(args.document, args.operationName ?? undefined);
    const values = variables.map((name) => args.variableValues?.[name] ?? null);
    return JSON.stringify([number, values, rightsOf(args.contextValue as GatewayContext)]);
  };

  return (given: ExecutionArgs, occasion: Occasion) => {
    const args = { ...given }; // whoever gave them may let go of what is in them
    const key = keyOf(args);
    const render = (event: object): Promise<Rendered> => {
      const known = rendered.get(event) ?? new Map<string, Promise<Rendered>>();
      rendered.set(event, known);
      const found = known.get(key) ?? renderedOnce({ ...args, rootValue: event }, occasion);
      known.set(key, found);
      return found;
    };
    return { key, render };
  };
}

async function renderedOnce(args: ExecutionArgs, occasion: Occasion): Promise<Rendered> {
  const result = withFaultsShown(await execute(args), occasion);
  const text = textOf(result);
  let bytes: Buffer | undefined;
  const encoded = () => {
    bytes ??= Buffer.from(text);
    return bytes;
  };
  return { result: { ...result, [madeText]: text } as Made, text, bytes: encoded };
}

/** The result as its reader gets it. Status codes are for HTTP's own answers: errors do not carry them. */
export const textOf = (result: Made): string =>
  result[madeText] ?? JSON.stringify(result.errors ? { ...result, errors: result.errors.map(withoutStatus) } : result);

/** All that the schema's authorization looks at. */
const rightsOf = ({ viewer }: GatewayContext) =>
  viewer?.role === 'CUSTOMER' ? [viewer.role, viewer.id] : [viewer?.role];

type Numbered = Map<string | undefined, { number: number; variables: string[] }>;

/** Parsed documents are cached, so the same text is the same document. */
function numbered() {
  const known = new WeakMap<DocumentNode, Numbered>();
  let count = 0;
  return (document: DocumentNode, operationName: string | undefined) => {
    const operations: Numbered = known.get(document) ?? new Map();
    known.set(document, operations);
    const found = operations.get(operationName) ?? {
      number: ++count,
      variables: variablesBelowRoot(document, operationName),
    };
    operations.set(operationName, found);
    return found;
  };
}

/** The arguments of the root field say which events come, and not what is told of one. */
function variablesBelowRoot(document: DocumentNode, operationName: string | undefined): string[] {
  const operation = getOperationAST(document, operationName);
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const names = new Set<string>();
  for (const node of [...(operation ? [withoutRootArguments(operation)] : []), ...fragments]) {
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
