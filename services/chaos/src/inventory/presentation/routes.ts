import {
  Catalogue,
  CheckRequest,
  Product,
  ReleaseStockRequest,
  Reservation,
  ReserveRequest,
  RestockRequest,
  StockCheck,
  StockReleased,
} from '@waybill/contracts';
import { router } from '@waybill/platform';
import { z } from 'zod';
import type { Handlers } from '../../calls/handlers.ts';
import { get, post, statistics, status } from '../../http/endpoint.ts';
import type { InventoryUseCases } from '../application/index.ts';

/** Longer than 40 lines: one registration for each endpoint. */
export function createInventoryRoutes({ writes, reads }: Handlers<InventoryUseCases>) {
  const app = router();
  post(
    app,
    {
      path: '/reserve',
      summary: 'Reserve all lines, or none',
      status: 201,
      body: ReserveRequest,
      response: Reservation,
    },
    writes({ operation: 'inventory.reserve', status: 201, act: (inventory, request) => inventory.reserve(request) }),
  );
  post(
    app,
    { path: '/release', summary: 'Release a reservation', body: ReleaseStockRequest, response: StockReleased },
    writes({ operation: 'inventory.release', act: (inventory, request) => inventory.release(request) }),
  );
  post(
    app,
    { path: '/check', summary: 'Check availability without reserving', body: CheckRequest, response: StockCheck },
    reads((inventory, request) => inventory.check(request), 'inventory.check'),
  );
  post(
    app,
    { path: '/restock', summary: 'Add to the stock of a product', body: RestockRequest, response: Product },
    writes({ operation: 'inventory.restock', act: (inventory, request) => inventory.restock(request) }),
  );
  status(
    app,
    Reservation,
    reads((inventory, { orderId }) => inventory.status(orderId)),
  );
  get(
    app,
    { path: '/catalogue', summary: 'List all products', parameters: z.object({}), response: Catalogue },
    reads((inventory) => inventory.catalogue()),
  );
  statistics(
    app,
    InventoryStatistics,
    reads((inventory) => inventory.statistics()),
  );
  return app;
}

const InventoryStatistics = z.object({ byStatus: z.record(z.string(), z.int()), products: z.array(Product) });
