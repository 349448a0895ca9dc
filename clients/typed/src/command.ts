import type { TypedDocument } from './document.ts';
import type { Request, RequestOptions } from './request.ts';

/** Repeating a `commandId` has no further effect. */
export type CommandOptions = RequestOptions & { commandId?: string };

/** Sends a mutation with one input and returns its result: a payload or a refusal. */
export const createCommand =
  (request: Request) =>
  async <Data, Input, Field extends keyof Data>(
    document: TypedDocument<Data, { input: Input }>,
    field: Field,
    input: Input,
    options?: RequestOptions,
  ): Promise<Data[Field]> =>
    (await request(document, { input }, options))[field];
