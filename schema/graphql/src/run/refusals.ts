import { builder } from '../builder/builder.ts';
import { decisionFields } from '../error/decision.ts';
import { ErrorInterface } from '../error/error.ts';
import { RunStatus } from './enums.ts';
import * as errors from './errors.ts';

const asError = { interfaces: [ErrorInterface] };

builder.objectType(errors.RunNotFound, {
  ...asError,
  name: 'RunNotFound',
  description: 'The run does not exist, is not visible to the viewer, or is of another kind.',
});

builder.objectType(errors.RunClosed, {
  ...asError,
  name: 'RunClosed',
  description: 'The outcome of the run is decided: the run is final or is being compensated.',
  fields: (t) => ({
    status: t.expose('status', { type: RunStatus, description: 'Current status of the run.' }),
    ...decisionFields(t),
  }),
});

builder.objectType(errors.RunConflict, {
  ...asError,
  name: 'RunConflict',
  description: 'The run id, idempotency key or command id was already used for a different request.',
  fields: (t) => ({
    runId: t.exposeID('runId', { description: 'Id of the run for which it was used.' }),
    keyReused: t.exposeBoolean('keyReused', {
      description:
        'True if the idempotency key or command id was used for a different request; false if the id is taken.',
    }),
  }),
});
