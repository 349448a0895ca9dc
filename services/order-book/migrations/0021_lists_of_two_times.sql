-- Lists that are sorted by one time and filtered by the other one pass orders at the end of a range: with the other time in the index they do not read them.
create index orders_by_update_and_age on order_book.orders (updated_at, order_id, created_at);
--> statement-breakpoint
drop index order_book.orders_by_update;
--> statement-breakpoint
alter index order_book.orders_by_update_and_age rename to orders_by_update;
--> statement-breakpoint
create index orders_by_age_and_update on order_book.orders (created_at, order_id, updated_at);
--> statement-breakpoint
drop index order_book.orders_by_age;
--> statement-breakpoint
alter index order_book.orders_by_age_and_update rename to orders_by_age;
--> statement-breakpoint
create index orders_by_queue_and_update on order_book.orders (queue_key, order_id, updated_at);
--> statement-breakpoint
drop index order_book.orders_by_queue;
--> statement-breakpoint
alter index order_book.orders_by_queue_and_update rename to orders_by_queue;
--> statement-breakpoint
drop index order_book.orders_by_later_update;
--> statement-breakpoint
create index orders_by_later_update on order_book.orders (updated_at, order_id, created_at)
  where (updated_at - created_at) not between interval '0' and interval '1 day';
--> statement-breakpoint
drop index order_book.orders_of_later_update_by_age;
--> statement-breakpoint
create index orders_of_later_update_by_age on order_book.orders (created_at, order_id, updated_at)
  where (updated_at - created_at) not between interval '0' and interval '1 day';
--> statement-breakpoint
create index orders_of_later_update_by_queue on order_book.orders (queue_key, order_id, updated_at)
  where (updated_at - created_at) not between interval '0' and interval '1 day';
