import type { TypedDocument } from '../protocol/document.ts';
import type { Request, RequestOptions } from './request.ts';

export type Read = ReturnType<typeof createRead>;

/** Sends an operation with one field, and returns the value of the field. */
export const createRead =
  (request: Request) =>
  async <Data extends object, Variables>(
    document: TypedDocument<Data, Variables>,
    variables: Variables,
    options?: RequestOptions,
  ): Promise<Data[keyof Data]> => {
    const data: Data = await request(document, variables, options);
    return onlyField(data);
  };

/** The value of the only field of a result. */
export const onlyField = <Data extends object>(data: Data): Data[keyof Data] => Object.values(data)[0];
