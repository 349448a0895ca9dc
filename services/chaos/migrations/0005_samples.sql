-- Products that the examples of other order systems ask for.
INSERT INTO chaos.products (sku, name, prices, supplied, available) VALUES
  ('EXTRA-001', 'Gift wrapping', '[{"amountMinor":499,"currencyCode":"USD"}]', 100000, 100000),
  ('ITEM-001', 'Widget', '[{"amountMinor":2999,"currencyCode":"USD"}]', 100000, 100000),
  ('ITEM-002', 'Gadget', '[{"amountMinor":4999,"currencyCode":"USD"}]', 100000, 100000),
  ('ITEM-999', 'Gizmo', '[{"amountMinor":9999,"currencyCode":"USD"}]', 100000, 100000);
