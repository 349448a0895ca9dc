create schema if not exists order_book;
--> statement-breakpoint
create table order_book.orders (
  order_id text collate "C" primary key,
  customer_id text not null,
  status text not null,
  items jsonb not null,
  shipping_address jsonb not null,
  total_minor bigint not null,
  currency_code text not null,
  -- what an order's state has beyond the columns here
  rest jsonb not null,
  revision bigint not null,
  -- the newest journal entry before which none is missing
  journal_seq bigint not null default 0,
  -- why a person should look, beyond an approval that is awaited
  attention text check (attention in ('STUCK')),
  fingerprint text not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  closed_at timestamptz(3),
  written_at timestamptz(3) not null
);
--> statement-breakpoint
create index orders_by_age on order_book.orders (created_at, order_id);
--> statement-breakpoint
create index orders_by_total on order_book.orders (currency_code, total_minor, order_id);
--> statement-breakpoint
create index orders_by_status on order_book.orders (status, created_at, order_id);
--> statement-breakpoint
-- by the beginning of the customer's id: an id that is too long for an index is wrong, and on record all the same
create index orders_by_customer on order_book.orders (left(customer_id, 200), created_at, order_id);
--> statement-breakpoint
create index orders_needing_attention on order_book.orders (created_at, order_id)
  where status = 'AWAITING_APPROVAL' or attention is not null;
--> statement-breakpoint
create index orders_open on order_book.orders (order_id) where closed_at is null;
--> statement-breakpoint
create table order_book.payments (
  payment_id text primary key,
  order_id text collate "C" not null references order_book.orders,
  status text not null check (status in ('PENDING', 'AUTHORIZED', 'CAPTURED', 'REFUNDED', 'RELEASED', 'FAILED')),
  currency_code text not null,
  amount_minor bigint not null,
  captured_minor bigint,
  refunded_minor bigint,
  written_at timestamptz(3) not null
);
--> statement-breakpoint
create index payments_by_order on order_book.payments (order_id);
--> statement-breakpoint
create table order_book.events (
  order_id text collate "C" not null references order_book.orders,
  seq bigint not null check (seq > 0),
  type text not null,
  step text,
  payload jsonb,
  at timestamptz(3) not null,
  actor text,
  primary key (order_id, seq)
);
--> statement-breakpoint
create index events_by_type on order_book.events (type, at);
--> statement-breakpoint
create index events_by_time on order_book.events (at);
--> statement-breakpoint
create function order_book.refuse_to_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only' using errcode = 'restrict_violation';
end
$$;
--> statement-breakpoint
create trigger events_are_append_only before update or delete or truncate on order_book.events
  for each statement execute function order_book.refuse_to_rewrite();
--> statement-breakpoint
-- One row for each write that changed something, numbered in the order in which the writes were committed.
create table order_book.changes (
  number bigint primary key,
  order_id text collate "C" not null references order_book.orders,
  -- how the order was before; null when it was not there
  previous_status text,
  previous_total_minor bigint,
  previous_currency_code text
);
--> statement-breakpoint
-- The lock on its one row, held until commit, is what makes a number visible only after all lower ones.
create table order_book.change_counter (
  one boolean primary key default true check (one),
  last bigint not null
);
--> statement-breakpoint
insert into order_book.change_counter (last) values (0);
