type Breakage = { breaks: (table: string) => string; mends: (table: string) => string };

const nameOf = (table: string) => table.split('.')[1];

/** Statements that break a table in such a way that the database repeats the values that it was given, and mend it. */
export const breakages: Record<string, Breakage> = {
  'has a rule that nothing keeps': {
    breaks: (table) => `alter table ${table} add constraint never check (false) not valid`,
    mends: (table) => `alter table ${table} drop constraint never`,
  },
  'raises its rows': {
    breaks: (table) => `create function raised_${nameOf(table)}() returns trigger language plpgsql as
      $$begin raise exception 'not this: %', new; end$$;
      create trigger raised before insert on ${table} for each row execute function raised_${nameOf(table)}()`,
    mends: (table) => `drop function raised_${nameOf(table)}() cascade`,
  },
  'has lost a table': {
    breaks: (table) => `alter table ${table} rename to gone_${nameOf(table)}`,
    mends: (table) => `alter table ${table.replace('.', '.gone_')} rename to ${nameOf(table)}`,
  },
};
