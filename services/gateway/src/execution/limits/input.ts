import { GraphQLError } from 'graphql';

/** No argument needs more, so longer input is refused before it is processed. */
export const inputBounds = {
  /** UTF-16 units of one string or number: the longest text that is accepted, at four units per character. */
  text: 2_000,
  /** Entries of one list, and fields of one object. */
  entries: 1_000,
  /** Values in all. */
  values: 10_000,
  depth: 20,
  /** UTF-16 units of a document, of the name of an operation, and of a name of a field. */
  document: 65_536,
  name: 200,
} as const;

type Path = { name: string | number; within: Path | undefined };
type Unchecked = { value: unknown; place: Path; depth: number };

/** What exceeds a bound in the variables of an operation; undefined if nothing does. */
export function variablesRefusal(variables: unknown): GraphQLError | undefined {
  // A loop instead of recursion, because the depth of the variables is not known yet.
  const waiting: Unchecked[] = [{ value: variables, place: { name: 'variables', within: undefined }, depth: 0 }];
  for (let seen = 1; ; seen++) {
    const next = waiting.pop();
    if (!next) return undefined;
    const problem = problemWith(next, seen);
    if (problem) return tooMuch(`${pathOf(next.place)} ${problem}`);
    for (const [name, value] of entriesOf(next.value)) {
      waiting.push({ value, place: { name, within: next.place }, depth: next.depth + 1 });
    }
  }
}

function problemWith({ value, place, depth }: Unchecked, seen: number): string | undefined {
  const { entries, values, name } = inputBounds;
  const { length } = String(place.name);
  if (length > name) return `has a name of ${length} characters; at most ${name} are allowed`;
  if (depth > inputBounds.depth) return `is more than ${inputBounds.depth} levels deep`;
  if (seen > values) return `is one of more than ${values} values`;
  if (typeof value === 'string') return lengthProblem(value);
  const count = countOf(value);
  return count > entries ? `has ${count} entries; at most ${entries} are allowed` : undefined;
}

const countOf = (value: unknown): number => {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
};

/** The problem of a text that is too long. */
export const lengthProblem = ({ length }: string): string | undefined =>
  length > inputBounds.text ? `has ${length} characters; at most ${inputBounds.text} are allowed` : undefined;

const entriesOf = (value: unknown): Iterable<[string | number, unknown]> => {
  if (Array.isArray(value)) return value.entries();
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
};

/** The name in the message is shortened, because it may be too long itself. */
const pathOf = ({ name, within }: Path): string => {
  const own = String(name).slice(0, 50);
  return within ? `${pathOf(within)}.${own}` : own;
};

/** For every media type: no operation could have such variables. */
const tooMuch = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
