-- What an operator has undone for an order that the book does not know is in the journal of all orders as well.
alter table order_book.events drop constraint events_order_id_fkey;
