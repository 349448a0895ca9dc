import type { EventType, Happening, HistoryEvent } from '../history/history.ts';
import type { Job } from '../sdk/sdk.ts';

/** A command on its way into the history, told as the event that the engine makes of it. */
export type Outgoing = {
  happening: Happening;
  machine: Machine;
};

/** The state machine of one command of a workflow: it receives the events about it, and reports its end to the workflow. */
export type Machine = {
  hears: (event: HistoryEvent) => void;
  cancel: () => void;
  /** It was cancelled before it was sent to the engine, and is not sent. */
  isDropped: boolean;
};

/** What machines use of the core that they belong to. */
export type MachineContext = {
  /** To the workflow, with its next activation. */
  tell: (job: Job) => void;
  /** To the engine, with the completion of the workflow task. */
  issue: (happening: Happening, machine: Machine) => void;
};

/** The workflow diverged from its history. */
export class Nondeterminism extends Error {}

export const unheard = (about: string, { type }: { type: EventType }): never => {
  throw new Error(`The simulated core does not know what ${type} means to ${about}`);
};

/** Something that is told to the engine, and that nothing more is heard of. */
export const oneWay = (): Machine => ({ hears: () => undefined, cancel: () => undefined, isDropped: false });
