import {
  amountIn,
  CurrencyCode,
  createValidation as createProblems,
  Every,
  GivenCustomerId,
  GivenLine,
  IdempotencyKey,
  millisecondsOf,
  OrderId,
  parseOrder,
  RunIdOf,
  templateOf,
} from '@waybill/contracts';
import { type RunKind, standingOrderLimits } from '@waybill/contracts/domain';
import { z } from 'zod';
import type { Context } from '../builder/builder.ts';
import { isStaff } from '../builder/scopes.ts';
import { createValidation, type Validation } from '../error/validation.ts';
import { viewerOf } from '../viewer/viewer.ts';
import type { GreetInput, StartPaymentInput, StartStandingOrderInput, StartUserContextInput } from './inputs.ts';
import type { NewRun } from './port.ts';

// Parses the input of a new run. All problems are reported at once.

type Given = { runId?: string | null | undefined; idempotencyKey?: string | null | undefined };

const identity = (kind: RunKind, { runId, idempotencyKey }: Given, validation: Validation) => ({
  runId: validation.parse(['runId'], RunIdOf(kind).nullable(), runId ?? null),
  idempotencyKey: validation.parse(['idempotencyKey'], IdempotencyKey.nullable(), idempotencyKey ?? null),
});

export function parseUserContext(input: typeof StartUserContextInput.$inferInput, context: Context): NewRun {
  const validation = createValidation();
  return validation.validated({
    kind: 'USER_CONTEXT',
    ...identity('USER_CONTEXT', input, validation),
    userId: validation.parse(['userId'], GivenCustomerId, input.userId ?? viewerOf(context).id),
    strategy: input.strategy ?? 'PARALLEL',
  });
}

export function parseGreeting(input: typeof GreetInput.$inferInput): NewRun {
  const validation = createValidation();
  return validation.validated({
    kind: 'GREETING',
    ...identity('GREETING', input, validation),
    name: validation.parse(['name'], GivenLine, input.name),
  });
}

export function parsePayment(input: typeof StartPaymentInput.$inferInput): NewRun {
  const validation = createValidation();
  const currencyCode = validation.parse(['currencyCode'], CurrencyCode, input.currencyCode ?? 'USD');
  const amount = amountIn(currencyCode, input.amount, ['amount'], validation);
  if (amount?.amountMinor === 0) validation.refuse(['amount'], 'must be greater than zero');
  return validation.validated({
    kind: 'PAYMENT',
    ...identity('PAYMENT', input, validation),
    orderId: validation.parse(['orderId'], OrderId, input.orderId),
    customerId: validation.parse(['customerId'], GivenCustomerId, input.customerId),
    amount: amount ?? { amountMinor: 0, currencyCode },
    cancellableForMs: parseCancellableFor(input.cancellableFor, validation),
  });
}

function parseCancellableFor(duration: string | null | undefined, validation: Validation): number | null {
  if (duration === null || duration === undefined) return null;
  const ms = millisecondsOf(duration);
  const refuse = (message: string) => validation.refuse(['cancellableFor'], message);
  if (ms === undefined) refuse('is not an ISO 8601 duration such as "PT2M"');
  else if (ms <= 0) refuse('must be greater than zero');
  else if (ms > standingOrderLimits.everyMs.most) refuse('must be at most 365 days');
  return ms ?? null;
}

const Times = z.int().min(1).max(standingOrderLimits.times);

export async function parseStandingOrder(
  input: typeof StartStandingOrderInput.$inferInput,
  context: Context,
): Promise<NewRun> {
  const validation = createValidation();
  const products = await context.catalogue.products();
  const inOrder = createProblems();
  const rules = { products, byStaff: isStaff(viewerOf(context)), itemsAtMost: context.limits.items };
  const order = parseOrder(input.order, rules, inOrder);
  const every = validation.parse(['every'], Every, input.every);
  const run: NewRun = {
    kind: 'STANDING_ORDER',
    ...identity('STANDING_ORDER', input, validation),
    every,
    everyMs: millisecondsOf(every) ?? 0,
    firstAt: input.firstAt ?? null,
    times: validation.parse(['times'], Times.nullable(), input.times ?? null),
    template: templateOf(order, input.order),
  };
  for (const { path, message } of inOrder.problems) validation.refuse(['order', ...path], message);
  return validation.validated(run);
}
