/** An option: its flags in commander's notation, its description, and its allowed values. */
export type OptionRow = {
  flags: string;
  means: string;
  choices?: readonly string[];
  /** Words that a shell completes, where other spellings are accepted as well. */
  words?: readonly string[];
  repeats?: boolean;
  required?: boolean;
  /** Whether an empty value is allowed. */
  mayBeEmpty?: boolean;
};
