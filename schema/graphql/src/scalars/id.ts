import { GraphQLID } from 'graphql';
import { badUserInput } from '../builder/request-errors.ts';

const wholeNumberOrText = GraphQLID.parseValue;

// Pothos uses graphql-js's own ID, which accepts any whole number, even one that JSON parsing has rounded.
GraphQLID.parseValue = (value) => {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw badUserInput('An ID above 2^53 must be a string, because a JSON number would be rounded');
  }
  return wholeNumberOrText(value);
};
