-- The order that holds a payment reference: for ever once it is in the book, else from when it was about to be placed.
create table order_book.payment_references (
  reference text collate "C" primary key,
  order_id text collate "C" not null,
  recorded boolean not null,
  claimed_at timestamptz(3) not null
);
