-- A step or compensation that is tried again needs nobody yet.
alter table order_book.orders drop constraint orders_attention_check;
--> statement-breakpoint
alter table order_book.orders add constraint orders_attention_check
  check (attention in ('RETRYING', 'STUCK', 'LOST', 'UNBALANCED'));
--> statement-breakpoint
alter table order_book.runs drop constraint runs_attention_check;
--> statement-breakpoint
alter table order_book.runs add constraint runs_attention_check
  check (attention in ('RETRYING', 'STUCK', 'LOST', 'UNBALANCED'));
--> statement-breakpoint
drop index order_book.orders_needing_attention;
--> statement-breakpoint
create index orders_needing_attention on order_book.orders (created_at, order_id)
  where status = 'AWAITING_APPROVAL' or (attention is not null and attention <> 'RETRYING');
--> statement-breakpoint
drop index order_book.orders_by_health;
--> statement-breakpoint
alter table order_book.orders drop column health;
--> statement-breakpoint
-- as healthOf says of a state that is only in the book
alter table order_book.orders add column health text not null generated always as (
  case
    when (attention is not null and attention <> 'RETRYING')
      or jsonb_path_exists(rest, '$.steps[*] ? (@.status == "RUNNING" && @.attempt >= 5)') then 'STUCK'
    when status = 'AWAITING_APPROVAL' then 'WAITING_FOR_PERSON'
    when attention = 'RETRYING' or jsonb_path_exists(rest, '$.*[*] ? (@.status == "RUNNING" && @.attempt > 1)')
      then 'RETRYING'
    else 'OK'
  end
) stored;
--> statement-breakpoint
create index orders_by_health on order_book.orders (health, created_at, order_id);
--> statement-breakpoint
-- How an order was before: lists by health are told who has left them.
alter table order_book.changes add column previous_health text;
