import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

/** Indexed types, as the engine's API numbers them. */
const { KEYWORD, DOUBLE, DATETIME } = { KEYWORD: 2, DOUBLE: 4, DATETIME: 6 };

/** A namespace of their own: tests that share an engine do not take each other's tasks. */
export async function freshNamespace(address: string, purpose: string): Promise<string> {
  const connection = await Connection.connect({ address });
  const namespace = `${purpose}-${crypto.randomUUID()}`;
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  });
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: {
      orderId: KEYWORD,
      customerId: KEYWORD,
      orderStatus: KEYWORD,
      totalAmount: DOUBLE,
      createdAt: DATETIME,
    },
  });
  await connection.close();
  return namespace;
}
