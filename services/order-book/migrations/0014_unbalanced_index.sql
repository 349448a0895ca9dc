-- What an audit of the books names, among all that is closed.
create index orders_unbalanced on order_book.orders (order_id) where attention = 'UNBALANCED';
--> statement-breakpoint
create index runs_unbalanced on order_book.runs (run_id) where attention = 'UNBALANCED';
