/** What a process of the stack is, and how to run it. */
export type Role = {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** Asked again and again until it is true; `says so`: the process sends a message to its parent. */
  ready: 'says so' | (() => Promise<boolean>);
  /** How long it may take to become ready. */
  patienceMs?: number;
  /** What people are told when it is ready: where it listens, what it serves. */
  note: string;
};
