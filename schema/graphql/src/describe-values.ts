/** Gives each word of the shared language its description. A word without one does not compile. */
export const describeValues = <Word extends string>(words: readonly Word[], descriptions: Record<Word, string>) =>
  Object.fromEntries(words.map((word) => [word, { description: descriptions[word] }])) as {
    [Key in Word]: { description: string };
  };
