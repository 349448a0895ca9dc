CREATE SCHEMA IF NOT EXISTS chaos;
--> statement-breakpoint
CREATE TABLE chaos.answers (
  operation text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  status integer NOT NULL,
  body text NOT NULL,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (operation, key)
);
--> statement-breakpoint
CREATE INDEX answers_by_age ON chaos.answers (answered_at);
--> statement-breakpoint
CREATE TABLE chaos.payments (
  order_id text PRIMARY KEY,
  authorization_id text UNIQUE,
  status text NOT NULL,
  currency_code text,
  authorized_minor bigint CHECK (authorized_minor >= 0),
  captured_minor bigint CHECK (captured_minor BETWEEN 0 AND authorized_minor),
  refunded_minor bigint CHECK (refunded_minor BETWEEN 0 AND captured_minor),
  change integer NOT NULL,
  undone boolean NOT NULL,
  version integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE chaos.payment_entries (
  seq bigserial PRIMARY KEY,
  order_id text NOT NULL,
  kind text NOT NULL,
  amount_minor bigint,
  currency_code text,
  at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX payment_entries_by_order ON chaos.payment_entries (order_id);
--> statement-breakpoint
CREATE TABLE chaos.products (
  sku text PRIMARY KEY,
  name text NOT NULL,
  prices jsonb NOT NULL,
  supplied integer NOT NULL,
  available integer NOT NULL CHECK (available BETWEEN 0 AND supplied)
);
--> statement-breakpoint
CREATE TABLE chaos.reservations (
  order_id text PRIMARY KEY,
  reservation_id text UNIQUE,
  status text NOT NULL,
  lines jsonb NOT NULL,
  change integer NOT NULL,
  version integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE chaos.stock_movements (
  seq bigserial PRIMARY KEY,
  order_id text,
  sku text NOT NULL,
  quantity integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX stock_movements_by_order ON chaos.stock_movements (order_id);
--> statement-breakpoint
CREATE TABLE chaos.shipments (
  order_id text PRIMARY KEY,
  shipment_id text UNIQUE,
  stage text NOT NULL,
  lines jsonb NOT NULL,
  label_id text UNIQUE,
  carrier text,
  tracking_number text,
  address jsonb,
  label_started_at timestamptz,
  label_ready_at timestamptz,
  label_voided_at timestamptz,
  label_closed boolean NOT NULL,
  version integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE chaos.shipment_events (
  seq bigserial PRIMARY KEY,
  order_id text NOT NULL,
  happening text NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX shipment_events_by_order ON chaos.shipment_events (order_id);
--> statement-breakpoint
CREATE TABLE chaos.messages (
  seq bigserial PRIMARY KEY,
  notification_id text UNIQUE NOT NULL,
  order_id text NOT NULL,
  kind text NOT NULL,
  recipient text NOT NULL,
  detail text,
  status text NOT NULL,
  sent_at timestamptz NOT NULL,
  UNIQUE (order_id, kind)
);
