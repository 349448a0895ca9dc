import type {
  AuthorizeRequest,
  CaptureRequest,
  PaymentRecord,
  RefundRequest,
  ReleaseRequest,
} from '@waybill/contracts';
import type { Payments } from '../domain/port.ts';
import * as rules from '../domain/rules.ts';

export type PaymentDeps = { payments: Payments; newId: () => string };

/** Each: find the payment, let the rules decide, keep what they decided. */
export function paymentUseCases({ payments, newId }: PaymentDeps) {
  const keep = <D extends rules.Decision>(decision: D): D => {
    if (decision.entry) payments.keep(decision.payment, decision.entry);
    return decision;
  };
  const undone = ({ payment, effect }: rules.Undoing) => ({ payment: recordOf(payment), effect });

  return {
    authorize: async (request: AuthorizeRequest) => {
      const { payment } = keep(rules.authorize(await payments.find(request.orderId), request, newId));
      return recordOf(payment);
    },
    capture: async (request: CaptureRequest) => {
      const { payment } = keep(rules.capture(await payments.find(request.orderId), request));
      return recordOf(payment);
    },
    release: async ({ orderId }: ReleaseRequest) => undone(keep(rules.release(await payments.find(orderId), orderId))),
    refund: async (request: RefundRequest) => undone(keep(rules.refund(await payments.find(request.orderId), request))),
    /** True: the hold is dead. */
    expire: async ({ orderId }: { orderId: string }) => {
      const payment = await payments.find(orderId);
      return payment !== undefined && keep(rules.expire(payment)).payment.status === 'FAILED';
    },
    status: async (orderId: string) => {
      const payment = await payments.find(orderId);
      return payment && recordOf(payment);
    },
    statistics: () => payments.statistics(),
  };
}

export type PaymentUseCases = ReturnType<typeof paymentUseCases>;

const recordOf = ({
  orderId,
  authorizationId,
  status,
  authorized,
  captured,
  refunded,
}: rules.Payment): PaymentRecord => ({
  orderId,
  authorizationId,
  status,
  authorized,
  captured,
  refunded,
});
