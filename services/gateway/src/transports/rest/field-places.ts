import type { FieldProblem } from '@waybill/contracts';
import { HttpProblem } from '@waybill/platform';
import type { Reply } from './route.ts';

/** Where a request has a field of the input that was made from it. */
export type PlaceOf = (path: readonly string[]) => readonly string[];

/** The problem with its fields named as the request has them, also in its title. */
function renamed(problem: NamedFields, placeOf: PlaceOf): NamedFields {
  const renaming = problem.fields.map(({ path, message }) => ({ path, message, place: [...placeOf(path)] }));
  const title = renaming.reduce(
    (text, { path, message, place }) =>
      [' ', ': '].reduce(
        (line, is) => line.replace(`${path.join('.')}${is}${message}`, () => `${nameOf(place)}${is}${message}`),
        text,
      ),
    problem.title,
  );
  return { title, fields: renaming.map(({ place, message }) => ({ path: place, message })) };
}

type NamedFields = { title: string; fields: readonly FieldProblem[] };

const nameOf = (place: readonly string[]): string => place.join('.') || 'the body';

/** A reply whose problem names fields as the request has them. */
export function withPlaces<R extends Reply | Response>(reply: R, placeOf: PlaceOf): R {
  if (reply instanceof Response) return reply;
  const { title, fields } = (reply.body ?? {}) as Partial<NamedFields>;
  if (typeof title !== 'string' || !Array.isArray(fields)) return reply;
  return { ...reply, body: { ...(reply.body as object), ...renamed({ title, fields }, placeOf) } };
}

/** Calls what may throw a problem, whose fields are then named as the request has them. */
export async function withPlacesInProblem<T>(placeOf: PlaceOf, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof HttpProblem && error.fields)) throw error;
    const { title, fields } = renamed({ title: error.message, fields: error.fields }, placeOf);
    throw new HttpProblem(error.status, error.code, title, [...fields]);
  }
}
