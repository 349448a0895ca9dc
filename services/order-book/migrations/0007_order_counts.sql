-- When a person began to be waited for, as RFC 3339 in UTC, whose texts sort as their times do.
alter table order_book.orders add column waiting_since text collate "C" generated always as (
  case when status = 'AWAITING_APPROVAL' then
    jsonb_path_query_first(rest, '$.steps[*] ? (@.name == "AWAIT_APPROVAL").startedAt') #>> '{}'
  end
) stored;
--> statement-breakpoint
create index orders_waiting on order_book.orders (waiting_since) where waiting_since is not null;
--> statement-breakpoint
create index orders_waiting_by_customer on order_book.orders (left(customer_id, 200), waiting_since)
  where waiting_since is not null;
--> statement-breakpoint
create table order_book.order_counts (
  -- whose orders: the SHA-256 of a customer's id, or empty for everybody's
  scope bytea not null,
  status text not null,
  -- empty: none is needed
  attention text not null,
  count bigint not null,
  primary key (scope, status, attention)
) with (fillfactor = 50);
--> statement-breakpoint
create function order_book.count_order() returns trigger language plpgsql as $$
begin
  insert into order_book.order_counts as kept (scope, status, attention, count)
  select scope, status, attention, sum(difference)
  from (
    select new.customer_id, new.status, coalesce(new.attention, ''), 1
    union all
    select old.customer_id, old.status, coalesce(old.attention, ''), -1 where tg_op = 'UPDATE'
  ) as moved (customer_id, status, attention, difference)
  cross join lateral (values (''::bytea), (sha256(convert_to(customer_id, 'UTF8')))) as scopes (scope)
  group by scope, status, attention
  having sum(difference) <> 0
  on conflict (scope, status, attention) do update set count = kept.count + excluded.count;
  return null;
end
$$;
--> statement-breakpoint
-- Deferred to the commit: by then a write holds the lock on the counter of changes, so that no two wait for each other here.
create constraint trigger new_orders_are_counted after insert on order_book.orders
  deferrable initially deferred for each row execute function order_book.count_order();
--> statement-breakpoint
create constraint trigger moved_orders_are_counted after update on order_book.orders
  deferrable initially deferred for each row
  when ((old.customer_id, old.status, old.attention) is distinct from (new.customer_id, new.status, new.attention))
  execute function order_book.count_order();
--> statement-breakpoint
insert into order_book.order_counts (scope, status, attention, count)
  select scope, status, coalesce(attention, ''), count(*) from order_book.orders
  cross join lateral (values (''::bytea), (sha256(convert_to(customer_id, 'UTF8')))) as scopes (scope)
  group by 1, 2, 3;
