import { GraphQLID } from 'graphql';
import { badUserInput } from '../request-errors.ts';

const wholeNumberOrText = GraphQLID.parseValue;

// Pothos builds with graphql-js's own ID, which takes any whole number: also one that JSON rounded when it was read.
GraphQLID.parseValue = (value) => {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw badUserInput('An ID beyond 2^53 must be a string: as a JSON number it is rounded');
  }
  return wholeNumberOrText(value);
};
