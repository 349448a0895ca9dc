-- An order or a payment that is closed, and whose effects at the providers differ from its end.
alter table order_book.orders drop constraint orders_attention_check;
--> statement-breakpoint
alter table order_book.orders add constraint orders_attention_check check (attention in ('STUCK', 'LOST', 'UNBALANCED'));
--> statement-breakpoint
alter table order_book.runs drop constraint runs_attention_check;
--> statement-breakpoint
alter table order_book.runs add constraint runs_attention_check check (attention in ('STUCK', 'LOST', 'UNBALANCED'));
