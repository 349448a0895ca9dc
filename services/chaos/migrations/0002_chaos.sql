CREATE TABLE chaos.settings (
  id integer PRIMARY KEY CHECK (id = 1),
  revision integer NOT NULL,
  profile text NOT NULL,
  seed text NOT NULL,
  plan jsonb
);
--> statement-breakpoint
INSERT INTO chaos.settings (id, revision, profile, seed) VALUES (1, 1, 'calm', 'waybill');
--> statement-breakpoint
CREATE TABLE chaos.calls (
  order_id text NOT NULL,
  operation text NOT NULL,
  attempts integer NOT NULL,
  PRIMARY KEY (order_id, operation)
);
--> statement-breakpoint
CREATE TABLE chaos.pins (
  order_id text NOT NULL,
  operation text NOT NULL,
  after_attempt integer NOT NULL,
  outcomes jsonb NOT NULL,
  PRIMARY KEY (order_id, operation)
);
--> statement-breakpoint
CREATE TABLE chaos.draws (
  seq bigserial PRIMARY KEY,
  order_id text NOT NULL,
  operation text NOT NULL,
  attempt integer NOT NULL,
  outcome text NOT NULL DEFAULT 'success',
  source text NOT NULL DEFAULT 'plan',
  at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX draws_by_order ON chaos.draws (order_id, seq);
