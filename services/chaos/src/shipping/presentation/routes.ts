import {
  CancelRequest,
  DispatchRequest,
  Labeled,
  LabelRequest,
  PrepareRequest,
  ShipmentRecord,
  ShipmentUndone,
} from '@waybill/contracts';
import { router } from '@waybill/platform';
import { z } from 'zod';
import type { Handlers } from '../../calls/handlers.ts';
import { post, statistics, status } from '../../http/endpoint.ts';
import type { ShippingUseCases } from '../application/index.ts';

/** Longer than 40 lines: one registration for each endpoint. */
export function createShippingRoutes({ writes, reads }: Handlers<ShippingUseCases>) {
  const app = router();
  post(
    app,
    { path: '/prepare', summary: 'Prepare the package', body: PrepareRequest, response: ShipmentRecord },
    writes({ operation: 'shipping.prepare', act: (shipping, request) => shipping.prepare(request) }),
  );
  post(
    app,
    {
      path: '/create-label',
      summary: 'Create a label; responds when it is ready',
      body: LabelRequest,
      response: Labeled,
    },
    writes({
      operation: 'shipping.label',
      act: (shipping, request) => shipping.createLabel(request),
      ready: (shipping, request, gone) => shipping.labelReady(request, gone),
    }),
  );
  post(
    app,
    { path: '/dispatch', summary: 'Hand the shipment to the carrier', body: DispatchRequest, response: Labeled },
    writes({ operation: 'shipping.dispatch', act: (shipping, request) => shipping.dispatch(request) }),
  );
  post(
    app,
    { path: '/cancel', summary: 'Cancel a label or a shipment', body: CancelRequest, response: ShipmentUndone },
    writes({ operation: 'shipping.cancel', act: (shipping, request) => shipping.cancel(request) }),
  );
  status(
    app,
    ShipmentRecord,
    reads((shipping, { orderId }) => shipping.status(orderId)),
  );
  statistics(
    app,
    ShippingStatistics,
    reads((shipping) => shipping.statistics()),
  );
  return app;
}

const ShippingStatistics = z.object({ byStatus: z.record(z.string(), z.int()) });
