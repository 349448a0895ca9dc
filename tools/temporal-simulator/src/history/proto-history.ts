import proto from '@temporalio/proto';
import type { EventType, HistoryEvent } from './history.ts';

const { History } = proto.temporal.api.history.v1;
const { EventType: Types } = proto.temporal.api.enums.v1;
const { Timestamp } = proto.google.protobuf;
type ProtoHistory = ReturnType<typeof History.fromObject>;

export const asTimestamp = (ms: number) =>
  Timestamp.fromObject({ seconds: Math.floor(ms / 1_000), nanos: Math.round((ms % 1_000) * 1_000_000) });

const camel = (name: string) =>
  name
    .replace(/^EVENT_TYPE_/, '')
    .toLowerCase()
    .replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

const numberOf = Object.fromEntries(Object.entries(Types).map(([name, number]) => [camel(name), number]));

/** A simulated history in the engine's format. */
export const asProto = (events: readonly HistoryEvent[]): ProtoHistory =>
  History.fromObject({
    events: events.map(({ id, atMs, type, attributes }) => ({
      eventId: id,
      eventTime: asTimestamp(atMs),
      eventType: numberOf[type],
      [`${type}EventAttributes`]: attributes,
    })),
  });

/** The history of a real engine in the simulation's format. */
export const fromProto = ({ events }: ProtoHistory): HistoryEvent[] =>
  (events ?? []).map((event) => {
    const type = camel(Types[event.eventType ?? 0] ?? '') as EventType;
    const { seconds, nanos } = event.eventTime ?? {};
    const attributes = withNumbers(event[`${type}EventAttributes`]);
    const atMs = Number(seconds ?? 0) * 1_000 + Math.floor((nanos ?? 0) / 1_000_000);
    return { id: Number(event.eventId), atMs, type, attributes } as HistoryEvent;
  });

/** The ids of events are numbers here. */
const withNumbers = (attributes: object | null | undefined): object =>
  Object.fromEntries(
    Object.entries(attributes ?? {}).map(([name, value]) => [name, name.endsWith('EventId') ? Number(value) : value]),
  );
