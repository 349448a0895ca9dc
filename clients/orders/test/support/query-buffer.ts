import { ServiceError } from '@temporalio/client';
import { grpc } from '../../src/engine/engine-faults.ts';

/** As the engine's client throws it. */
export const queryBufferIsFull = new ServiceError('Failed to query Workflow', {
  cause: Object.assign(new Error('why'), {
    code: grpc.RESOURCE_EXHAUSTED,
    details: 'consistent query buffer is full, cannot accept new consistent queries',
    metadata: {},
  }),
});
