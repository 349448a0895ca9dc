import { printSchema } from 'graphql';
import { schema } from '../index.ts';

/** The text of `schema.graphql`. Pothos sorts it, so every difference is a change of the API. */
export const printedSchema = (): string => `${printSchema(schema)}\n`;
