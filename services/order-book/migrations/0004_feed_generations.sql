-- A database that was restored from a backup gives the numbers of changes that are lost to other ones. So each time that the
-- book is opened a generation of the feed begins, and a cursor names the one in which its change was made.
create table order_book.feed_generations (
  ordinal bigint generated always as identity primary key,
  generation text not null default substr(md5(gen_random_uuid()::text), 1, 12),
  -- the newest change when it began
  begun_after bigint not null
);
--> statement-breakpoint
insert into order_book.feed_generations (begun_after) values (0);
--> statement-breakpoint
-- By it a change is found to be an order's newest.
create index changes_by_order on order_book.changes (order_id, number);
