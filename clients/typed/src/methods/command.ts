import type { Request, RequestOptions } from '../http/request.ts';
import type { TypedDocument } from '../protocol/document.ts';

/** Repeating a `commandId` has no further effect. */
export type CommandOptions = RequestOptions & { commandId?: string };

/** Sends a mutation with one field and one input, and returns its result: a payload or a refusal. */
export const createCommand =
  (request: Request) =>
  async <Data extends object, Input>(
    document: TypedDocument<Data, { input: Input }>,
    input: Input,
    options?: RequestOptions,
  ): Promise<Data[keyof Data]> => {
    const [result] = Object.values(await request(document, { input }, options)) as [Data[keyof Data]];
    return result;
  };
