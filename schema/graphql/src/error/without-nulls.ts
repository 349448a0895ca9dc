/** The fields of an input that have a value: null means the same as an omitted field. */
export type WithoutNulls<T> = { [Key in keyof T]?: Exclude<T[Key], null | undefined> };

export const withoutNulls = <T extends object>(input: T) =>
  Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== undefined),
  ) as WithoutNulls<T>;
