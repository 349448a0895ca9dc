import proto, { type temporal } from '@temporalio/proto';
import type { Engine, HistoryEvent } from '../engine/engine.ts';

const { HistoryEvent: Event } = proto.temporal.api.history.v1;

/** An event of the engine's own history, with its payloads decoded. */
export type EngineEvent = {
  id: number;
  type: string;
  at: string;
  step: string | null;
  compensation: string | null;
  detail: unknown;
};

/** What an activity does: a step, or the compensation of one. */
export type EventWork = { step: string; compensation: string | null };

type Decoder = Pick<Engine, 'decoded'>;

const detailBytes = 4_096;

/** Stack traces and headers are omitted. */
const leftOut = new Set(['stackTrace', 'header']);

/** Reads events of one history. `know` receives all events, to which others refer. */
export function createEventReader(engine: Decoder, workNamed: (activity: string) => EventWork | undefined) {
  const scheduled = new Map<number, EventWork | undefined>();

  return {
    know(events: readonly HistoryEvent[]): void {
      for (const { eventId, activityTaskScheduledEventAttributes: activity } of events)
        if (activity) scheduled.set(Number(eventId), workNamed(activity.activityType?.name ?? ''));
    },

    async read(event: HistoryEvent): Promise<EngineEvent> {
      const plain: Record<string, unknown> = Event.toObject(event as never, { enums: String, longs: Number });
      const name = Object.keys(plain).find((key) => key.endsWith('EventAttributes')) ?? '';
      const attributes = (plain[name] ?? {}) as { scheduledEventId?: number };
      const work = scheduled.get(attributes.scheduledEventId ?? Number(event.eventId));
      return {
        id: Number(event.eventId),
        type: pascalCase(String(plain.eventType)),
        at: momentOf(plain.eventTime as Seconds),
        step: work?.step ?? null,
        compensation: work?.compensation ?? null,
        detail: withinBounds(await readable(engine, '', attributes)),
      };
    },
  };
}

/** The engine's tools call `EVENT_TYPE_TIMER_FIRED` TimerFired. */
const pascalCase = (type: string): string =>
  type
    .replace('EVENT_TYPE_', '')
    .toLowerCase()
    .replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

type Seconds = { seconds?: number; nanos?: number };
type Payload = temporal.api.common.v1.IPayload;

const isPayload = (value: object): value is Payload =>
  'metadata' in value && typeof value.metadata === 'object' && value.metadata !== null && 'encoding' in value.metadata;

const isSeconds = (value: object): value is Seconds =>
  Object.keys(value).every((key) => key === 'seconds' || key === 'nanos') && 'seconds' in value;

const momentOf = ({ seconds = 0, nanos = 0 }: Seconds): string =>
  new Date(seconds * 1_000 + Math.floor(nanos / 1e6)).toISOString();

const durationOf = ({ seconds = 0, nanos = 0 }: Seconds): string => `PT${seconds + nanos / 1e9}S`;

/** The value of a field as JSON with decoded payloads. Timestamps and durations differ only in the field's name. */
async function readable(engine: Decoder, field: string, value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return Promise.all(value.map((each) => readable(engine, field, each)));
  if (isPayload(value)) return decoded(engine, value);
  if (isSeconds(value)) return field.endsWith('Time') ? momentOf(value) : durationOf(value);
  if ('encodedAttributes' in value) return readable(engine, field, await withMessage(engine, value));
  const kept = Object.entries(value).filter(([name]) => !leftOut.has(name));
  return Object.fromEntries(
    await Promise.all(kept.map(async ([name, each]) => [name, await readable(engine, name, each)] as const)),
  );
}

/** A failure with its message decoded from a payload. */
async function withMessage(engine: Decoder, { encodedAttributes, ...failure }: { encodedAttributes: unknown }) {
  const attributes = await readable(engine, '', encodedAttributes);
  const isRead = typeof attributes === 'object' && attributes !== null && 'message' in attributes;
  return { ...failure, message: isRead ? attributes.message : attributes };
}

const decoded = (engine: Decoder, payload: Payload): Promise<unknown> =>
  engine.decoded({ payloads: [payload] }).then(
    (value) => value ?? null,
    () => 'not readable here',
  );

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** A detail that is too long is cut. */
function withinBounds(detail: unknown): unknown {
  if (sizeOf(detail) <= detailBytes) return detail;
  const text = JSON.stringify(detail);
  for (let length = detailBytes; ; length = Math.floor(length * 0.75)) {
    const beginning = { truncated: text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '') };
    if (sizeOf(beginning) <= detailBytes) return beginning;
  }
}
