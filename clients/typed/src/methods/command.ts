import type { Read } from '../http/read.ts';
import type { RequestOptions } from '../http/request.ts';
import type { TypedDocument } from '../protocol/document.ts';

/** Repeating a `commandId` has no further effect. */
export type CommandOptions = RequestOptions & { commandId?: string };

/** Sends a mutation with one field and one input, to which a command id belongs; returns its result: a payload or a refusal. */
export const createCommand =
  (read: Read) =>
  <Data extends object, Input>(
    document: TypedDocument<Data, { input: Input }>,
    given: Input,
    { commandId, ...options }: CommandOptions = {},
  ): Promise<Data[keyof Data]> =>
    read(document, { input: { commandId, ...given } }, options);
