-- How many closed orders there are in each range of times and of totals, by what lists are filtered by. The totals of lists are
-- sums of them; the few open orders are counted. An order is added when it is closed, which is one of its many writes.
create table order_book.order_rollups (
  -- created, updated, total: of all orders; customer, sku: of those of one, by the time of their creation
  axis text collate "C" not null,
  -- the SHA-256 of the customer's id or the SKU, or empty for all orders
  scope bytea not null,
  -- the size of a range: milliseconds, or minor units
  width bigint not null,
  -- the number of the range: it begins at width × bucket
  bucket bigint not null,
  status text collate "C" not null,
  attention text collate "C" not null,
  health text collate "C" not null,
  currency_code text collate "C" not null,
  plan text collate "C" not null,
  count bigint not null,
  primary key (axis, scope, width, bucket, status, attention, health, currency_code, plan)
) with (fillfactor = 80);
--> statement-breakpoint
-- The ranges that an order belongs to.
create function order_book.rollups_of(
  created_at timestamptz, updated_at timestamptz, total_minor bigint, customer_id text, items jsonb
) returns table (axis text, scope bytea, width bigint, bucket bigint) language sql stable as $$
  select ranges.axis, ranges.scope, ranges.width, floor(ranges.value / ranges.width)::bigint
  from (
    select times.axis, ''::bytea, hours.width, extract(epoch from times.at) * 1000
      from (values ('created', $1), ('updated', $2)) as times (axis, at),
        (values (3600000::bigint), (86400000), (2764800000)) as hours (width)
    union all
    select 'total', ''::bytea, amounts.width, $3::numeric
      from (values (1::bigint), (32), (1024), (32768)) as amounts (width)
    union all
    select owners.axis, sha256(convert_to(owners.name, 'UTF8')), days.width, extract(epoch from $1) * 1000
      from (
        select 'customer', $4
        union
        select 'sku', item->>'sku' from jsonb_array_elements($5) as items (item)
      ) as owners (axis, name), (values (86400000::bigint), (2764800000)) as days (width)
  ) as ranges (axis, scope, width, value)
$$;
--> statement-breakpoint
create function order_book.roll_up_order() returns trigger language plpgsql as $$
begin
  insert into order_book.order_rollups as kept
    (axis, scope, width, bucket, status, attention, health, currency_code, plan, count)
  select axis, scope, width, bucket, status, attention, health, currency_code, plan, sum(difference)
  from (
    select *, new.status, coalesce(new.attention, ''), new.health, new.currency_code, coalesce(new.plan, ''), 1
    from order_book.rollups_of(new.created_at, new.updated_at, new.total_minor, new.customer_id, new.items)
    where new.closed_at is not null
    union all
    select *, old.status, coalesce(old.attention, ''), old.health, old.currency_code, coalesce(old.plan, ''), -1
    from order_book.rollups_of(old.created_at, old.updated_at, old.total_minor, old.customer_id, old.items)
    where tg_op = 'UPDATE' and old.closed_at is not null
  ) as moved (axis, scope, width, bucket, status, attention, health, currency_code, plan, difference)
  group by axis, scope, width, bucket, status, attention, health, currency_code, plan
  having sum(difference) <> 0
  on conflict (axis, scope, width, bucket, status, attention, health, currency_code, plan)
    do update set count = kept.count + excluded.count;
  return null;
end
$$;
--> statement-breakpoint
-- Deferred to the commit, as the counts of orders are: by then a write holds the lock on the counter of changes.
create constraint trigger closed_orders_are_rolled_up after insert on order_book.orders
  deferrable initially deferred for each row when (new.closed_at is not null)
  execute function order_book.roll_up_order();
--> statement-breakpoint
create constraint trigger moved_closed_orders_are_rolled_up after update on order_book.orders
  deferrable initially deferred for each row
  when ((old.closed_at is not null or new.closed_at is not null) and (
    old.closed_at is null, old.customer_id, old.status, old.attention, old.health, old.currency_code, old.plan,
    old.total_minor, old.items, old.created_at, old.updated_at
  ) is distinct from (
    new.closed_at is null, new.customer_id, new.status, new.attention, new.health, new.currency_code, new.plan,
    new.total_minor, new.items, new.created_at, new.updated_at
  ))
  execute function order_book.roll_up_order();
--> statement-breakpoint
insert into order_book.order_rollups
  (axis, scope, width, bucket, status, attention, health, currency_code, plan, count)
  select axis, scope, width, bucket, status, coalesce(attention, ''), health, currency_code, coalesce(plan, ''), count(*)
  from order_book.orders as one
  cross join lateral order_book.rollups_of(one.created_at, one.updated_at, one.total_minor, one.customer_id, one.items)
  where closed_at is not null
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
