import {
  Authorized,
  AuthorizeRequest,
  CaptureRequest,
  PaymentRecord,
  PaymentUndone,
  Refund,
  RefundQuery,
  RefundRequest,
  ReleaseRequest,
} from '@waybill/contracts';
import { router } from '@waybill/platform';
import { z } from 'zod';
import type { Handlers } from '../../calls/handlers.ts';
import { get, post, statistics, status } from '../../http/endpoint.ts';
import type { PaymentUseCases } from '../application/index.ts';

export function createPaymentRoutes({ writes, reads }: Handlers<PaymentUseCases>) {
  const app = router();
  post(
    app,
    { path: '/authorize', summary: 'Authorize an amount', status: 201, body: AuthorizeRequest, response: Authorized },
    writes({ operation: 'payment.authorize', status: 201, act: (payment, request) => payment.authorize(request) }),
  );
  post(
    app,
    { path: '/capture', summary: 'Capture an authorization', body: CaptureRequest, response: PaymentRecord },
    writes({
      operation: 'payment.capture',
      act: (payment, request) => payment.capture(request),
      strike: (payment, request) => payment.expire(request),
    }),
  );
  post(
    app,
    { path: '/release', summary: 'Release an authorization', body: ReleaseRequest, response: PaymentUndone },
    writes({ operation: 'payment.release', act: (payment, request) => payment.release(request) }),
  );
  post(
    app,
    { path: '/refund', summary: 'Refund a captured amount', body: RefundRequest, response: PaymentUndone },
    writes({ operation: 'payment.refund', act: (payment, request, key) => payment.refund(request, key) }),
  );
  addReads(app, reads);
  return app;
}

function addReads(app: ReturnType<typeof router>, reads: Handlers<PaymentUseCases>['reads']): void {
  get(
    app,
    {
      path: '/{orderId}/refund',
      summary: 'Get the refund that a key has made',
      parameters: RefundQuery,
      response: Refund,
    },
    reads((payment, query) => payment.refundBy(query)),
  );
  status(
    app,
    PaymentRecord,
    reads((payment, { orderId }) => payment.status(orderId)),
  );
  statistics(
    app,
    PaymentStatistics,
    reads((payment) => payment.statistics()),
  );
}

const PaymentStatistics = z.object({
  byStatus: z.record(z.string(), z.int()),
  sums: z.array(
    z.object({ currencyCode: z.string(), authorizedMinor: z.int(), capturedMinor: z.int(), refundedMinor: z.int() }),
  ),
});
