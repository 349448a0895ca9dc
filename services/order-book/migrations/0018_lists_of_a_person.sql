-- What somebody did is merged from each type, as lists of runs are from each kind and status: by time alone, a rare one would be looked for among all of them.
create index events_by_actor_and_type on order_book.events (left(actor, 200), type, at, order_id, seq) where actor is not null;
--> statement-breakpoint
drop index order_book.events_by_actor;
--> statement-breakpoint
create index runs_by_starter_and_kind on order_book.runs (left(started_by, 200), kind, status, started_at, run_id);
--> statement-breakpoint
drop index order_book.runs_by_starter;
