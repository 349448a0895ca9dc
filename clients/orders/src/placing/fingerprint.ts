import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** A digest that two values share exactly when they are the same JSON, whatever the order of their fields. */
export const fingerprintOf = (value: object): string =>
  createHash('sha256')
    .update(String(canonicalize(value)))
    .digest('hex');
