type Schema = {
  type?: string | string[];
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  $ref?: string;
};
type Content = Record<string, { schema: Schema }>;
type Operation = {
  parameters?: { in: string; name: string; required?: boolean; schema: Schema }[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, { content?: Content; headers?: Record<string, unknown> }>;
};
export type Described = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

/**
 * What clients may rely on, a line each: every route with its statuses, every field that is answered and its type, and every
 * parameter and field that is taken. `!` marks what must be sent, or is always there.
 */
export function contractOf({ paths, components: { schemas } }: Described): string[] {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );
  const bodies = operations.flatMap(({ operation: { requestBody } }) => schemasIn(requestBody?.content));
  const taken = new Set(bodies.flatMap((schema) => namesIn(schema, schemas)));
  return [
    ...operations.flatMap(({ name, operation }) => linesOf(operation).map((line) => `${name} ${line}`)),
    ...Object.entries(schemas).flatMap(([name, { $ref: _, ...schema }]) =>
      fieldsOf(schema).map((field) => `${taken.has(name) ? 'takes' : 'answers'} ${name} ${field}`),
    ),
  ].sort();
}

const schemasIn = (content: Content = {}): Schema[] => Object.values(content).map(({ schema }) => schema);

function linesOf({ parameters = [], requestBody, responses }: Operation): string[] {
  const asked = parameters.map(
    ({ in: where, name, required, schema }) => `${where} ${name}${mark(required)} ${typeOf(schema)}`,
  );
  const sent = schemasIn(requestBody?.content).flatMap((schema) => fieldsOf(schema).map((line) => `body ${line}`));
  const answered = Object.entries(responses).flatMap(([status, { content }]) => [
    status,
    ...(Number(status) < 300 ? schemasIn(content) : []).flatMap((schema) =>
      fieldsOf(schema).map((line) => `${status} ${line}`),
    ),
  ]);
  return [...asked, ...sent, ...answered];
}

const partsOf = ({ anyOf = [], oneOf = [], allOf = [] }: Schema): Schema[] => [...anyOf, ...oneOf, ...allOf];

const mark = (required?: boolean) => (required ? '!' : '');
const nameOf = ($ref: string): string => $ref.split('/').at(-1) ?? '';

/** The values of an enum may grow, and are no part of it. */
const typeOf = ({ type, $ref, ...schema }: Schema): string =>
  $ref
    ? nameOf($ref)
    : [type, ...partsOf(schema).map(typeOf)]
        .flat()
        .filter((one) => one !== undefined)
        .join('|');

/** The fields of a shape, and of those within it that have no name of their own. */
function fieldsOf(schema: Schema, path: string[] = []): string[] {
  if (schema.$ref) return path.length === 0 ? [`= ${nameOf(schema.$ref)}`] : [];
  const { properties = {}, required = [], items } = schema;
  return [
    ...(items?.$ref ? [`${[...path, '[]'].join('.')} ${nameOf(items.$ref)}`] : []),
    ...(items ? fieldsOf(items, [...path, '[]']) : []),
    ...Object.entries(properties).flatMap(([name, inner]) => [
      `${[...path, name].join('.')}${mark(required.includes(name))} ${typeOf(inner)}`,
      ...fieldsOf(inner, [...path, name]),
    ]),
    ...partsOf(schema).flatMap((one) => fieldsOf(one, path)),
  ];
}

/** The shapes with names that a shape is made of. */
function namesIn({ $ref, properties = {}, items, ...schema }: Schema, named: Record<string, Schema>): string[] {
  const own = $ref ? nameOf($ref) : undefined;
  const inner = own
    ? [named[own] ?? {}]
    : [...Object.values(properties), ...(items ? [items] : []), ...partsOf(schema)];
  return [...(own ? [own] : []), ...inner.flatMap((one) => namesIn(one, named))];
}
