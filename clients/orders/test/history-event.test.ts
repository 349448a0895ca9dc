import { defaultPayloadConverter } from '@temporalio/common';
import proto from '@temporalio/proto';
import { expect, test } from 'vitest';
import { createEventReader } from '../src/reading/history-event.ts';
import { namedRunWork, namedWork } from '../src/reading/named-work.ts';

const { EventType } = proto.temporal.api.enums.v1;
const { HistoryEvent } = proto.temporal.api.history.v1;

const eventTime = { seconds: 1_767_323_045, nanos: 6_000_000 };

const scheduled = HistoryEvent.create({
  eventId: 5,
  eventTime,
  eventType: EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
  activityTaskScheduledEventAttributes: {
    activityType: { name: 'capturePayment' },
    input: { payloads: [defaultPayloadConverter.toPayload({ orderId: 'ORD-1' })] },
    header: { fields: { trace: defaultPayloadConverter.toPayload('secret') } },
    startToCloseTimeout: { seconds: 2, nanos: 500_000_000 },
  },
} as never);

const failed = HistoryEvent.create({
  eventId: 7,
  eventTime,
  eventType: EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED,
  activityTaskFailedEventAttributes: {
    scheduledEventId: 5,
    startedEventId: 6,
    failure: { message: 'It is declined', stackTrace: 'at capture (payment.ts)' },
  },
} as never);

const createReader = (decoded = async (payloads: unknown): Promise<unknown> => decodedFirst(payloads)) => {
  const reader = createEventReader({ decoded }, namedWork);
  reader.know([scheduled, failed]);
  return reader;
};

test('an activity is shown as its step, with decoded payloads and times as text, without headers', async () => {
  expect(await createReader().read(scheduled)).toEqual({
    id: 5,
    type: 'ActivityTaskScheduled',
    at: '2026-01-02T03:04:05.006Z',
    step: 'CAPTURE_PAYMENT',
    compensation: null,
    detail: {
      activityType: { name: 'capturePayment' },
      input: { payloads: [{ orderId: 'ORD-1' }] },
      startToCloseTimeout: 'PT2.5S',
    },
  });
});

test('its result has its step, and no stack', async () => {
  expect(await createReader().read(failed)).toMatchObject({
    id: 7,
    type: 'ActivityTaskFailed',
    step: 'CAPTURE_PAYMENT',
    detail: { failure: { message: 'It is declined' } },
  });
  expect(JSON.stringify(await createReader().read(failed))).not.toContain('payment.ts');
});

test('an unreadable payload hides nothing else', async () => {
  const reader = createReader(() => Promise.reject(new Error('Another key')));

  const { detail } = await reader.read(scheduled);

  expect(detail).toMatchObject({ input: { payloads: ['not readable here'] }, startToCloseTimeout: 'PT2.5S' });
});

const decodedFirst = (payloads: unknown) =>
  defaultPayloadConverter.fromPayload((payloads as { payloads: [never] }).payloads[0]);

test('a failure with an encrypted message is shown as any other, without its stack', async () => {
  const encodedAttributes = defaultPayloadConverter.toPayload({ message: 'It is declined', stack_trace: 'at capture' });
  const cause = { message: 'Encoded failure', encodedAttributes };
  const encrypted = HistoryEvent.create({
    eventId: 7,
    eventTime,
    eventType: EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED,
    activityTaskFailedEventAttributes: { failure: { message: 'Encoded failure', encodedAttributes, cause } },
  } as never);

  const { detail } = await createReader().read(encrypted);

  expect(detail).toEqual({ failure: { message: 'It is declined', cause: { message: 'It is declined' } } });
});

test.each([
  ['refundPayment', 'CAPTURE_PAYMENT', 'REFUND_PAYMENT'],
  ['releaseInventory', 'RESERVE_INVENTORY', 'RELEASE_INVENTORY'],
  ['releasePayment', 'AUTHORIZE_PAYMENT', 'RELEASE_PAYMENT'],
])('%s is shown as the compensation of its step, not as the step', async (activity, step, compensation) => {
  const undoing = HistoryEvent.create({
    eventId: 9,
    eventTime,
    eventType: EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
    activityTaskScheduledEventAttributes: { activityType: { name: activity } },
  } as never);
  const reader = createReader();
  reader.know([undoing]);

  expect(await reader.read(undoing)).toMatchObject({ step, compensation });
});

test('the compensations of a payment are named as those of an order', () => {
  expect(namedRunWork('refundPayment')).toEqual({ step: 'CAPTURE_PAYMENT', compensation: 'REFUND_PAYMENT' });
  expect(namedRunWork('capturePayment')).toEqual({ step: 'CAPTURE_PAYMENT', compensation: null });
  expect(namedRunWork('composeGreeting')).toEqual({ step: 'GREET', compensation: null });
  expect(namedRunWork('recordRun')).toBeUndefined();
});
