import type { Attention, RunKind, RunState, RunStatus } from '@waybill/contracts/domain';
import { jsonb, text } from 'drizzle-orm/pg-core';
import { counterTable, journalTable, moment, schema, standing, whole } from './table-parts.ts';

type Column = 'runId' | 'kind' | 'status' | 'about' | 'startedBy' | 'revision' | 'startedAt' | 'updatedAt' | 'closedAt';
type Beyond<Run> = Run extends RunState ? Omit<Run, Column> : never;

/** The fields of a state that have no column of their own. */
export type RunRest = Beyond<RunState>;

export const runs = schema.table('runs', {
  runId: text('run_id').primaryKey(),
  kind: text('kind').$type<RunKind>().notNull(),
  status: text('status').$type<RunStatus>().notNull(),
  about: text('about').notNull(),
  startedBy: text('started_by').notNull(),
  rest: jsonb('rest').$type<RunRest>().notNull(),
  ...standing(),
  execution: text('execution'),
  executionSince: moment('execution_since'),
  startedAt: moment('started_at').notNull(),
});

export const runEvents = journalTable('run_events', 'run_id');

export const runChanges = schema.table('run_changes', {
  number: whole('number').primaryKey(),
  id: text('run_id').notNull(),
  previousStatus: text('previous_status').$type<RunStatus>(),
  previousAttention: text('previous_attention').$type<Attention>(),
});

export const runChangeCounter = counterTable('run_change_counter');
