import { pgSchema } from 'drizzle-orm/pg-core';

/** All tables of this service live in one Postgres schema, so that it can share a database with others. */
export const chaosSchema = pgSchema('chaos');
