import { ApplicationFailure } from '@temporalio/workflow';
import { isRecord } from './is-record.ts';

export type Is = (value: unknown) => boolean;

/** What each field of an input must be. */
export type ShapeOf<Input> = { readonly [Field in keyof Required<Input>]: Is };

/**
 * Reads the input of a workflow, which may also be started from a terminal. An invalid one fails the workflow before it
 * does anything, with the name of the field.
 */
export function readInput<Input>(input: Input, shape: { readonly [Field in keyof Input]?: Is }): Input {
  if (!isRecord(input) || Array.isArray(input)) throw invalid('The input must be an object');
  for (const [field, is] of Object.entries<Is | undefined>(shape))
    if (!is?.(input[field])) throw invalid(`The field ${field} of the input is missing or wrong`);
  return input;
}

const invalid = (message: string) => ApplicationFailure.nonRetryable(message, 'INVALID_INPUT');

export const isText: Is = (value) => typeof value === 'string' && value !== '';
