import { z } from '@hono/zod-openapi';
import {
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLUnionType,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import { type PlaceOf, withPlaces } from '../field-places.ts';
import { outcomeOf } from '../outcome.ts';
import { invalid } from '../parameters.ts';
import { problemsOf } from '../problems.ts';
import type { Call, Reply, ResponseDescription, Route, Tools } from '../route.ts';
import { inputFields, inputShape } from '../shapes/input.ts';
import { type Operation, operationOf } from '../shapes/operation.ts';
import { payloadShape } from '../shapes/output.ts';

export type Change = {
  method?: 'post' | 'put' | 'patch' | 'delete';
  path: string;
  tag: string;
  summary: string;
  document: string;
  /** The field of the input that each parameter of the path fills. */
  fills?: Record<string, string>;
  /** The field of the input that the body fills, if the body is not the whole input. */
  bodyIs?: string;
  /** The response for a created object, with its location. */
  made?: { under: string };
  /** The document that returns the object of a command whose verdict is pending. */
  show?: string;
};

/** A request that executes one mutation. On commands the header Idempotency-Key is the command id. */
export function change(options: Change): Route {
  const { method = 'post', path, tag, summary, document, made, show } = options;
  const operation = operationOf(document);
  const input = operation.variables[0] && (getNamedType(operation.variables[0].type) as GraphQLInputObjectType);
  const body = input && bodyOf(input, options);
  const payload = payloadShape(operation);
  const takesKey = Object.keys(input?.getFields() ?? {}).some((name) => /^(commandId|idempotencyKey)$/.test(name));
  return {
    method,
    path,
    tag,
    summary,
    ...(body && { body }),
    field: operation.field,
    headers: takesKey ? { 'Idempotency-Key': 'The same key and request again have no further effect' } : {},
    responses: {
      [made ? 201 : 200]: {
        description: made ? 'Created now, or earlier by the same request' : 'Done',
        ...payload,
        ...(made && located),
      },
      ...(show && { 202: pendingResponse(payload.shape, nounOf(operation)) }),
      ...problemsOf(operation, { hasId: path.includes('{'), hasBody: body !== undefined }),
    },
    async answer(call, tools) {
      const variables = input ? { input: inputFor(input, options, call) } : {};
      const outcome = outcomeOf(operation, await tools.run(document, variables, call.context), call);
      if (outcome.kind === 'refused') return withPlaces(outcome.reply, placeIn(input, options));
      if (outcome.kind === 'pending') return pending(outcome.commandId, operation, options, call, tools);
      const result = outcome.value[nounOf(operation)];
      return made ? createdReply(made.under, result as { id: string }) : { status: 200, body: result };
    },
  };
}

const located = { headers: { Location: 'Its location' } };

export const createdReply = (under: string, body: { id: string }): Reply => ({
  status: 201,
  body,
  headers: { location: `/api/v1${under}/${encodeURIComponent(body.id)}` },
});

function bodyOf(input: GraphQLInputObjectType, { fills = {}, bodyIs }: Change): Route['body'] {
  const whole = bodyIs === undefined ? z.strictObject(inputFields(input, Object.values(fills))) : undefined;
  const field = bodyIs === undefined ? undefined : input.getFields()[bodyIs];
  const shape = whole ?? (field && inputShape(field.type));
  if (!shape) throw new Error(`${input} has no field ${bodyIs}`);
  return { shape, isRequired: !shape.safeParse({}).success };
}

/** Builds the input from the body, the path parameters, and the idempotency key as command id. */
function inputFor(input: GraphQLInputObjectType, { fills = {}, bodyIs }: Change, { params, body, header }: Call) {
  const inPath = Object.entries(fills).map(([name, field]) => [field, params[name]]);
  const content = bodyIs === undefined ? body : { [bodyIs]: body };
  const key = 'commandId' in input.getFields() ? header('idempotency-key') : undefined;
  if (key !== undefined && typeof body.commandId === 'string' && body.commandId !== key) {
    throw invalid([{ path: ['commandId'], message: 'must equal the header Idempotency-Key' }]);
  }
  return { ...content, ...(key === undefined ? {} : { commandId: key }), ...Object.fromEntries(inPath) };
}

/** Where the request has each field of the input: the reverse of `inputFor`. */
const placeIn =
  (input: GraphQLInputObjectType | undefined, { fills = {}, bodyIs }: Change): PlaceOf =>
  ([field = '', ...below]) => {
    if (field === bodyIs) return below;
    const parameter = Object.keys(fills).find((name) => fills[name] === field);
    return [...ownerOf(field, input), parameter ?? field, ...below];
  };

/** A right that is missing is named by the field alone, wherever the input has it. */
function ownerOf(field: string, input: GraphQLInputObjectType | undefined): string[] {
  const fields = input?.getFields() ?? {};
  if (field in fields) return [];
  const owner = Object.values(fields).find(({ type }) => {
    const named = getNamedType(type);
    return isInputObjectType(named) && field in named.getFields();
  });
  return owner ? [owner.name] : [];
}

/** The object of a payload: its only field. */
export function nounOf({ field, schema }: Operation): string {
  const union = getNamedType(field.type) as GraphQLUnionType;
  const payload = union.getTypes().find(({ name }) => name.endsWith('Payload'));
  const [noun] = Object.keys((schema.getType(String(payload)) as GraphQLObjectType).getFields());
  return noun as string;
}

const pendingResponse = (shape: z.ZodType, noun: string): ResponseDescription => ({
  description: 'Accepted; the verdict is not known yet. The same command id again is answered with it',
  shape: z.object({ commandId: z.string(), [noun]: shape.nullable() }),
});

async function pending(
  commandId: string,
  operation: Operation,
  { show, fills = {} }: Change,
  { params, context }: Call,
  { run }: Tools,
): Promise<Reply> {
  const id = params[Object.keys(fills)[0] ?? ''];
  const { data } = show === undefined ? {} : await run(show, { id }, context);
  const [found = null] = Object.values(data ?? {});
  return { status: 202, body: { commandId, [nounOf(operation)]: found }, headers: { 'retry-after': '1' } };
}
