/** What a process of the stack is, and how to run it. */
export type Role = {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** One of our own processes: it is given a channel to this one, and ends by itself when that closes. */
  ours: boolean;
  /** Asked again and again until it is true; `says so`: the process, one of ours, sends a message. */
  ready: 'says so' | (() => Promise<boolean>);
  /** How long it may take to become ready. */
  patienceMs?: number;
  /** What people are told when it is ready: where it listens, what it serves. */
  note: string;
};
