-- A write adds its entries before its order's row, so that the row is written once, with how far the journal is.
alter table order_book.events alter constraint events_order_id_fkey deferrable initially deferred;
