import { createValidation as createFieldValidation, type Validation as FieldValidation } from '@waybill/contracts';
import { InvalidInput } from './errors.ts';

export type Validation = ReturnType<typeof createValidation>;

/** Collects the problems of all fields, so that a caller gets them all at once. */
export function createValidation(): FieldValidation & { validated: <T>(value: T) => T } {
  const fields = createFieldValidation();
  return {
    ...fields,
    validated(value) {
      if (fields.problems.length > 0) throw new InvalidInput([...fields.problems]);
      return value;
    },
  };
}
