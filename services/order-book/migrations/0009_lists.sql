-- What lists are filtered and sorted by, derived from the rest of the row.
alter table order_book.orders
  add column plan text generated always as (rest->>'plan') stored,
  -- as healthOf says of a state that is only in the book
  add column health text not null generated always as (
    case
      when attention is not null
        or jsonb_path_exists(rest, '$.steps[*] ? (@.status == "RUNNING" && @.attempt >= 5)') then 'STUCK'
      when status = 'AWAITING_APPROVAL' then 'WAITING_FOR_PERSON'
      when jsonb_path_exists(rest, '$.*[*] ? (@.status == "RUNNING" && @.attempt > 1)')
        then 'RETRYING'
      else 'OK'
    end
  ) stored,
  -- sorts those that await approval by deadline, and after them the rest by age, newest first
  add column queue_key text collate "C" not null generated always as (
    case
      when status = 'AWAITING_APPROVAL' then coalesce(rest->>'approvalDeadline', 'A')
      else 'N' || lpad((8640000000000000 -
        (extract(epoch from created_at - timestamptz '1970-01-01 00:00:00+00') * 1000)::bigint)::text, 17, '0')
    end
  ) stored;
--> statement-breakpoint
create index orders_by_update on order_book.orders (updated_at, order_id);
--> statement-breakpoint
create index orders_by_queue on order_book.orders (queue_key, order_id);
--> statement-breakpoint
create index orders_by_health on order_book.orders (health, created_at, order_id);
--> statement-breakpoint
create index orders_by_plan on order_book.orders (plan, created_at, order_id);
--> statement-breakpoint
create index orders_by_item on order_book.orders using gin (items jsonb_path_ops);
