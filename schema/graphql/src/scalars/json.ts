import { builder } from '../builder/builder.ts';

builder.scalarType('JSON', {
  description: 'Any JSON value; its shape depends on the field.',
  serialize: (value) => value,
});
