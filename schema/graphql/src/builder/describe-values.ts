/** Describes each value of an enum. A value without a description does not compile. */
export const describeValues = <Word extends string>(words: readonly Word[], descriptions: Record<Word, string>) =>
  Object.fromEntries(words.map((word) => [word, { description: descriptions[word] }])) as {
    [Key in Word]: { description: string };
  };
