-- A run is an execution of a workflow that is no order. No order's id begins as a run's does.
create table order_book.runs (
  run_id text collate "C" primary key check (run_id ~ '^(RUN|STO)-'),
  kind text not null,
  status text not null,
  -- the user or customer that it is about
  about text not null,
  started_by text not null,
  -- what a run's state has beyond the columns here
  rest jsonb not null,
  revision bigint not null,
  journal_seq bigint not null default 0,
  attention text check (attention in ('STUCK', 'LOST')),
  fingerprint text not null,
  key_id text collate "C",
  started_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  closed_at timestamptz(3),
  written_at timestamptz(3) not null
);
--> statement-breakpoint
create unique index runs_by_key on order_book.runs (key_id) where key_id is not null;
--> statement-breakpoint
create index runs_by_age on order_book.runs (started_at, run_id);
--> statement-breakpoint
create index runs_by_kind_and_status on order_book.runs (kind, status, started_at, run_id);
--> statement-breakpoint
create index runs_by_starter on order_book.runs (left(started_by, 200), started_at, run_id);
--> statement-breakpoint
create index runs_by_subject on order_book.runs (left(about, 200), started_at, run_id);
--> statement-breakpoint
create index runs_open on order_book.runs (run_id) where closed_at is null;
--> statement-breakpoint
create table order_book.run_events (
  run_id text collate "C" not null references order_book.runs deferrable initially deferred,
  seq bigint not null check (seq > 0),
  type text not null,
  step text,
  payload jsonb,
  at timestamptz(3) not null,
  actor text,
  firm boolean not null,
  primary key (run_id, seq)
);
--> statement-breakpoint
create trigger events_are_append_only before update or delete or truncate on order_book.run_events
  for each statement execute function order_book.refuse_to_rewrite();
--> statement-breakpoint
create trigger firm_events_stay before update or delete on order_book.run_events
  for each row when (old.firm) execute function order_book.refuse_to_rewrite();
--> statement-breakpoint
create table order_book.run_changes (
  number bigint primary key,
  run_id text collate "C" not null references order_book.runs,
  -- how the run was before; null when it was not there
  previous_status text,
  previous_attention text
);
--> statement-breakpoint
create index run_changes_by_run on order_book.run_changes (run_id, number);
--> statement-breakpoint
create table order_book.run_change_counter (
  one boolean primary key default true check (one),
  last bigint not null
);
--> statement-breakpoint
insert into order_book.run_change_counter (last) values (0);
--> statement-breakpoint
create table order_book.run_feed_generations (
  ordinal bigint generated always as identity primary key,
  generation text not null default substr(md5(gen_random_uuid()::text), 1, 12),
  begun_after bigint not null
);
--> statement-breakpoint
insert into order_book.run_feed_generations (begun_after) values (0);
--> statement-breakpoint
-- A payment is an order's, or a run of its own.
alter table order_book.payments alter column order_id drop not null;
--> statement-breakpoint
alter table order_book.payments add column run_id text collate "C" references order_book.runs;
--> statement-breakpoint
alter table order_book.payments add constraint payments_have_one_holder check (num_nonnulls(order_id, run_id) = 1);
--> statement-breakpoint
create index payments_by_run on order_book.payments (run_id) where run_id is not null;
