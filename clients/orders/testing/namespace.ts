import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { searchAttributes } from '@waybill/contracts/domain';

/** Indexed types, as the engine's API numbers them. */
const indexedTypes = { Keyword: 2, Double: 4, Datetime: 6 };

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
    searchAttributes: Object.fromEntries(
      Object.entries(searchAttributes).map(([name, type]) => [name, indexedTypes[type]]),
    ),
  });
  await connection.close();
  return namespace;
}
