-- An order is lost when its workflow has ended and the order has not.
alter table order_book.orders drop constraint orders_attention_check;
--> statement-breakpoint
alter table order_book.orders add constraint orders_attention_check check (attention in ('STUCK', 'LOST'));
--> statement-breakpoint
-- A fencing token: how often the order was taken over from whoever wrote it.
alter table order_book.orders add column epoch bigint not null default 0;
--> statement-breakpoint
-- The id that the idempotency key stands for, where the order came with a key and an id of its own.
alter table order_book.orders add column key_id text collate "C";
--> statement-breakpoint
create unique index orders_by_key on order_book.orders (key_id) where key_id is not null;
