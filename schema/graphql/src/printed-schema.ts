import { printSchema } from 'graphql';
import { schema } from './index.ts';

/** The schema as `schema.graphql` holds it: Pothos sorts, so a difference is a change of the API and nothing else. */
export const printedSchema = (): string => `${printSchema(schema)}\n`;
