import { DefaultFailureConverter } from '@temporalio/common';

/** Set at the head of a bundle, for whether payloads are encrypted is known at the start of a worker and not in a workflow. */
declare global {
  var waybillEncodesFailures: boolean | undefined;
}

export const createFailureConverter = () =>
  new DefaultFailureConverter({ encodeCommonAttributes: globalThis.waybillEncodesFailures === true });

/** What a workflow fails with is encrypted where its payloads are. */
export const failureConverter = createFailureConverter();
