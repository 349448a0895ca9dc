-- How an order was before is more than its status and its total: lists are told who needs attention no more.
alter table order_book.changes add column previous_attention text;
