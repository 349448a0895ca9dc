import type { TypedDocument } from './document.ts';
import type { Request, RequestOptions } from './request.ts';

/** The same `commandId` again has no further effect. */
export type CommandOptions = RequestOptions & { commandId?: string };

/** Sends a mutation that has one input, and returns its result: a payload, or why it was refused. */
export const createCommand =
  (request: Request) =>
  async <Data, Input, Field extends keyof Data>(
    document: TypedDocument<Data, { input: Input }>,
    field: Field,
    input: Input,
    options?: RequestOptions,
  ): Promise<Data[Field]> =>
    (await request(document, { input }, options))[field];
