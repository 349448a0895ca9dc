-- How often a run was taken over: writes with a lower epoch are refused.
alter table order_book.runs add column epoch bigint not null default 0;
--> statement-breakpoint
-- Which execution of the engine's writes a run, since when: within an epoch, writes of an earlier one are refused.
alter table order_book.runs add column execution text;
--> statement-breakpoint
alter table order_book.runs add column execution_since timestamptz(3);
