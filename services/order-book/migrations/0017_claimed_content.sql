-- What a payment reference is held for, while its order is not in the book: other content under the same id is another claim.
alter table order_book.payment_references add column fingerprint text;
