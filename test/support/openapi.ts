type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  exclusiveMinimum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  anyOf?: Schema[];
};
type Parameter = { in: 'path' | 'query' | 'header'; name: string; schema: Schema };
type Operation = { parameters?: Parameter[]; requestBody?: { content: { 'application/json': { schema: Schema } } } };
export type OpenApi = { paths: Record<string, Record<string, Operation>> };

export type Place = { in: 'path' | 'query' | 'body'; at: readonly (string | number)[] };
export type Endpoint = { method: string; path: string; operation: Operation };

export const endpointsOf = ({ paths }: OpenApi): Endpoint[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

/** Where an endpoint takes a text: each parameter of its path and its query, and each text of its body. */
export function textPlaces({ operation }: Endpoint): Place[] {
  const parameters = (operation.parameters ?? []).flatMap(({ in: where, name }): Place[] =>
    where === 'header' ? [] : [{ in: where, at: [name] }],
  );
  const body = bodySchema(operation);
  return [...parameters, ...(body ? textsIn(body).map((at): Place => ({ in: 'body', at })) : [])];
}

/** A request that is valid by its document, except for one text. */
export function requestWith({ method, path, operation }: Endpoint, place: Place, text: string): [string, RequestInit] {
  const parameters = new Map(
    (operation.parameters ?? [])
      .filter(({ in: where }) => where === 'path')
      .map((each) => [each.name, sampleOf(each.schema)]),
  );
  if (place.in === 'path') parameters.set(String(place.at[0]), text);
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encoded(String(parameters.get(name))));
  const query = place.in === 'query' ? `?${place.at[0]}=${encoded(text)}` : '';
  const schema = bodySchema(operation);
  if (!schema) return [filled + query, { method }];
  const sample = sampleOf(schema);
  const body = JSON.stringify(place.in === 'body' ? replaced(sample, place.at, text) : sample);
  return [filled + query, { method, headers: { 'content-type': 'application/json' }, body }];
}

const bodySchema = ({ requestBody }: Operation): Schema | undefined => requestBody?.content['application/json'].schema;

/** Half a character is sent as the bytes that an encoder without scruples makes of it. */
const encoded = (text: string): string =>
  [...text].map((one) => (/\p{Cs}/u.test(one) ? bytesOf(one.charCodeAt(0)) : encodeURIComponent(one))).join('');

const bytesOf = (unit: number): string =>
  [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]
    .map((byte) => `%${byte.toString(16).toUpperCase()}`)
    .join('');

function textsIn({ type, properties, items, anyOf }: Schema): (string | number)[][] {
  if (anyOf) return [...new Map(anyOf.flatMap(textsIn).map((at) => [at.join('.'), at])).values()];
  if (properties)
    return Object.entries(properties).flatMap(([name, inner]) => textsIn(inner).map((at) => [name, ...at]));
  if (items) return textsIn(items).map((at) => [0, ...at]);
  return [type].flat().includes('string') ? [[]] : [];
}

function sampleOf(schema: Schema): unknown {
  const { anyOf, properties, items, minItems = 1, default: usual } = schema;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (anyOf?.[0]) return sampleOf(anyOf[0]);
  if (properties) return Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, sampleOf(inner)]));
  if (items) return Array.from({ length: Math.max(minItems, 1) }, () => sampleOf(items));
  return usual ?? leafOf(schema);
}

function leafOf({ type, format, minimum = 0, exclusiveMinimum = 0 }: Schema): unknown {
  const [first] = [type].flat();
  if (first === 'string')
    return format === 'date-time' ? '2026-01-02T03:04:05.000Z' : format === 'email' ? 'a@example.com' : 'USD';
  if (first === 'integer' || first === 'number') return Math.max(minimum, exclusiveMinimum + 1);
  if (first === 'boolean') return true;
  return first === 'null' ? null : {};
}

function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value)) return value.map((each, at) => (at === key ? replaced(each, rest, text) : each));
  const object = (value ?? {}) as Record<string, unknown>;
  return { ...object, [key]: replaced(object[key], rest, text) };
}
