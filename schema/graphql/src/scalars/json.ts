import { builder } from '../builder.ts';

builder.scalarType('JSON', {
  description: 'Any JSON value; what is in it depends on what it belongs to.',
  serialize: (value) => value,
});
