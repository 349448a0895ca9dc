import type { ObjectRef } from '@pothos/core';
import type { RunKind } from '@waybill/contracts/domain';
import { builder, type SchemaTypes } from '../builder/builder.ts';
import type { RunSnapshot, SnapshotOf } from './port.ts';

/** The result of a successful mutation of a run. */
export const createRunPayload = <Kind extends RunKind>(
  name: string,
  type: ObjectRef<SchemaTypes, SnapshotOf<Kind>>,
  description: string,
) =>
  builder.objectRef<{ run: RunSnapshot }>(name).implement({
    description,
    fields: (t) => ({
      run: t.field({
        type: type as ObjectRef<SchemaTypes, RunSnapshot>,
        description: 'The run after the operation.',
        resolve: ({ run }) => run,
      }),
    }),
  });
