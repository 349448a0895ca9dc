import {
  type RefundCommand,
  type RunKind,
  runIdShape,
  runStrategies,
  type StartedGreeting,
  type StartedPayment,
  type StartedRun,
  type StartedStandingOrder,
  type StartedUserContext,
} from '@waybill/contracts/domain';
import { isRecord } from '../../shared/state/is-record.ts';
import { type Is, isText, readInput, type ShapeOf } from '../../shared/state/read-input.ts';

const isString: Is = (value) => typeof value === 'string';
const isFlag: Is = (value) => typeof value === 'boolean';
const isTime: Is = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const isRunId: Is = (value) => typeof value === 'string' && runIdShape.test(value);
const isCount: Is = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isPositive: Is = (value) => isCount(value) && value !== 0;
const isMoney: Is = (value) => isRecord(value) && isCount(value.amountMinor) && isText(value.currencyCode);
const isLimits: Is = (value) => isRecord(value) && Object.values(value).every(isPositive);
const isPatience: Is = (value) => isRecord(value) && Object.values(value).every(isLimits);
const isTemplate: Is = (value) => isRecord(value) && isText(value.customerId) && Array.isArray(value.items);
const isStrategy: Is = (value) => runStrategies.some((known) => known === value);

const isEither =
  (...kinds: readonly Is[]): Is =>
  (value) =>
    kinds.some((is) => is(value));
const isNull: Is = (value) => value === null;
const isAbsent: Is = (value) => value === undefined;

const ofEveryRun: ShapeOf<Omit<StartedRun, 'kind'>> = {
  runId: isRunId,
  startedBy: isText,
  startedByStaff: isFlag,
  startedAt: isTime,
  correlationId: isString,
  fingerprint: isString,
  keyId: isEither(isAbsent, isText),
  limits: isEither(isAbsent, isLimits),
  patience: isEither(isAbsent, isPatience),
};

type OwnShape<Run extends StartedRun> = ShapeOf<Omit<Run, keyof StartedRun>>;

const ofPayment: OwnShape<StartedPayment> = {
  orderId: isText,
  customerId: isText,
  amount: isMoney,
  cancellableForMs: isEither(isNull, isCount),
};

const ofStandingOrder: OwnShape<StartedStandingOrder> = {
  every: isText,
  everyMs: isPositive,
  firstAt: isTime,
  times: isEither(isNull, isPositive),
  template: isTemplate,
  orderOverrides: isEither(isAbsent, isRecord),
};

const ofUserContext: OwnShape<StartedUserContext> = { userId: isText, strategy: isStrategy };
const ofGreeting: OwnShape<StartedGreeting> = { name: isText };

const ofKind: Record<RunKind, Readonly<Record<string, Is>>> = {
  USER_CONTEXT: ofUserContext,
  PAYMENT: ofPayment,
  GREETING: ofGreeting,
  STANDING_ORDER: ofStandingOrder,
};

/** Reads the input of a run's workflow, or fails the workflow. */
export const readStartedRun = <Run extends StartedRun>(kind: Run['kind'], started: Run): Run =>
  readInput(started, { ...ofEveryRun, kind: (value: unknown) => value === kind, ...ofKind[kind] });

const ofRefund: ShapeOf<RefundCommand> = {
  commandId: isText,
  actor: isText,
  fingerprint: isString,
  correlationId: isString,
  byStaff: isFlag,
  runId: isRunId,
  amount: isEither(isNull, isMoney),
  reason: isString,
};

/** Reads the input of a refund's workflow, or fails the workflow. */
export const readRefundCommand = (command: RefundCommand): RefundCommand => readInput(command, ofRefund);
