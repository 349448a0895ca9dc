/** A process of the stack, and how to run it. */
export type Role = {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** One of our own processes: it has an IPC channel to this one, and exits when the channel closes. */
  ours: boolean;
  /** Polled until it is true; `says so`: the process, one of ours, sends a message. */
  ready: 'says so' | (() => Promise<boolean>);
  /** How long it may take to become ready. */
  patienceMs?: number;
  /** The message when it is ready: its address, and what it serves. */
  note: string;
};

/** The processes of the whole system. */
export type Process = 'engine' | 'chaos service' | 'order book' | 'worker, orders' | 'worker, shipping' | 'gateway';

export type NamedRole = Role & { name: Process };
