import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './index.ts';

/** The schema as `schema.graphql` holds it: sorted, so that a difference is a change of the API and nothing else. */
export const printed = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
