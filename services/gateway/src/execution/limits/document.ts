import {
  type ASTVisitor,
  type FloatValueNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type IntValueNode,
  Kind,
  type SelectionSetNode,
  type StringValueNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { lengthProblem } from './input.ts';
import type { Limits } from './limits.ts';

type Size = { depth: number; aliases: number; directives: number; fields: number };

const empty: Size = { depth: 0, aliases: 0, directives: 0, fields: 0 };

/** More fields than any operation within the cost limit can have, however its fragments multiply them. */
const mostFields = 100_000;

/** A validation rule: no operation is deeper, or has more aliases or directives, than allowed, its fragments counted. */
export const withinLimits = (limits: Limits): ValidationRule =>
  function WithinLimits(context: ValidationContext): ASTVisitor {
    const within = (literal: StringValueNode | IntValueNode | FloatValueNode) => {
      const problem = lengthProblem(literal.value);
      if (problem) context.reportError(new GraphQLError(`A literal ${problem}`, { nodes: literal }));
    };
    const sizes = sizesOf((name) => context.getFragment(name));
    return {
      StringValue: within,
      IntValue: within,
      FloatValue: within,
      OperationDefinition(operation) {
        const size = plus(sizes(operation.selectionSet), { ...empty, directives: operation.directives?.length ?? 0 });
        const refuse = (what: string) => context.reportError(new GraphQLError(what, { nodes: operation }));
        const depth = introspects(operation.selectionSet) ? limits.introspectionDepth : limits.depth;
        if (size.depth > depth) refuse(`The document is ${size.depth} levels deep; at most ${depth} are allowed`);
        if (size.aliases > limits.aliases)
          refuse(`The document has ${size.aliases} aliases; at most ${limits.aliases} are allowed`);
        if (size.directives > limits.directives) {
          refuse(`The document has ${size.directives} directives; at most ${limits.directives} are allowed`);
        }
        if (size.fields > mostFields)
          refuse(`The document has more than ${mostFields} fields, including those of its fragments`);
      },
    };
  };

/** Each fragment is measured once, so that nested fragments take linear time. */
function sizesOf(fragmentNamed: (name: string) => FragmentDefinitionNode | null | undefined) {
  const known = new Map<string, Size>();

  const sizeOfFragment = (name: string): Size => {
    const size = known.get(name);
    if (size) return size;
    known.set(name, empty); // recursive fragments are refused by another rule
    const fragment = fragmentNamed(name);
    const found = fragment ? sizeOf(fragment.selectionSet) : empty;
    known.set(name, found);
    return found;
  };

  const sizeOf = (selectionSet: SelectionSetNode): Size =>
    selectionSet.selections.reduce((size, selection) => {
      const own = { ...empty, directives: selection.directives?.length ?? 0 };
      if (selection.kind === Kind.FRAGMENT_SPREAD) return plus(size, plus(own, sizeOfFragment(selection.name.value)));
      if (selection.kind === Kind.INLINE_FRAGMENT) return plus(size, plus(own, sizeOf(selection.selectionSet)));
      const below = selection.selectionSet ? sizeOf(selection.selectionSet) : empty;
      const field = { ...below, depth: below.depth + 1, fields: below.fields + 1 };
      return plus(size, plus(field, { ...own, aliases: selection.alias ? 1 : 0 }));
    }, empty);

  return sizeOf;
}

const plus = (one: Size, other: Size): Size => ({
  depth: Math.max(one.depth, other.depth),
  aliases: one.aliases + other.aliases,
  directives: one.directives + other.directives,
  fields: one.fields + other.fields,
});

/** True for an operation that only introspects. */
const introspects = ({ selections }: SelectionSetNode): boolean =>
  selections.every((selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'));
