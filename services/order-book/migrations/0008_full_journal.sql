-- The journal of all orders is read newest first, and what happened at the same moment by order and number.
drop index order_book.events_by_time;
--> statement-breakpoint
create index events_by_time on order_book.events (at, order_id, seq);
--> statement-breakpoint
drop index order_book.events_by_type;
--> statement-breakpoint
create index events_by_type on order_book.events (type, at, order_id, seq);
--> statement-breakpoint
create index events_by_actor on order_book.events (left(actor, 200), at, order_id, seq) where actor is not null;
