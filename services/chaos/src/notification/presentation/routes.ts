import { NotificationRecord, SendRequest } from '@waybill/contracts';
import { router } from '@waybill/platform';
import { z } from 'zod';
import type { Handlers } from '../../calls/handlers.ts';
import { post, statistics, status } from '../../http/endpoint.ts';
import type { NotificationUseCases } from '../application/index.ts';

export function createNotificationRoutes({ writes, reads }: Handlers<NotificationUseCases>) {
  const app = router();
  post(
    app,
    { path: '/send', summary: 'Send a notification', body: SendRequest, response: NotificationRecord },
    writes({ operation: 'notification.send', act: (notification, request) => notification.send(request) }),
  );
  status(
    app,
    NotificationRecord,
    reads((notification, { orderId }) => notification.status(orderId)),
  );
  statistics(
    app,
    NotificationStatistics,
    reads((notification) => notification.statistics()),
  );
  return app;
}

const NotificationStatistics = z.object({ byKind: z.record(z.string(), z.int()) });
