-- An entry that was written in passing may come from a task that the engine never took. A firm write, on which the order
-- waits, says what is true: in its transaction such entries may be replaced and removed, firm ones never.
alter table order_book.events add column firm boolean not null default true;
--> statement-breakpoint
create or replace function order_book.refuse_to_rewrite() returns trigger language plpgsql as $$
begin
  if tg_level = 'STATEMENT' and tg_op <> 'TRUNCATE' and current_setting('order_book.writes_firmly', true) = 'on' then
    return null;
  end if;
  raise exception 'the journal is append-only' using errcode = 'restrict_violation';
end
$$;
--> statement-breakpoint
create trigger firm_events_stay before update or delete on order_book.events
  for each row when (old.firm) execute function order_book.refuse_to_rewrite();
