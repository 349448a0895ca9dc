import type { Happening, HistoryEvent } from '../history/history.ts';
import { msOf, type World } from '../world.ts';

type TimerStarted = Extract<HistoryEvent, { type: 'timerStarted' }>;

/** The timers of all workflows in virtual time. */
export class Timers {
  readonly #eventQueue: World['eventQueue'];
  readonly #stops = new Map<string, () => void>();

  constructor(eventQueue: World['eventQueue']) {
    this.#eventQueue = eventQueue;
  }

  start(key: string, { id, attributes }: TimerStarted, onFired: (fired: Happening) => void): void {
    const { timerId, startToFireTimeout } = attributes;
    const fired: Happening = { type: 'timerFired', attributes: { timerId, startedEventId: id } };
    this.#stops.set(
      key,
      this.#eventQueue.in(msOf(startToFireTimeout), () => onFired(fired)),
    );
  }

  cancel(key: string): void {
    this.#stops.get(key)?.();
  }
}

export const isFired = ({ type, attributes }: Happening, timerId: string): boolean =>
  type === 'timerFired' && attributes.timerId === timerId;
