-- Which refund a key made, for as long as the payment is known: stored replies are forgotten.
ALTER TABLE chaos.payment_entries ADD COLUMN call_key text;
--> statement-breakpoint
CREATE UNIQUE INDEX refunds_by_key ON chaos.payment_entries (order_id, call_key) WHERE kind = 'REFUNDED';
