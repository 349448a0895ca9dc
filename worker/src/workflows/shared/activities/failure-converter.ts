import { DefaultFailureConverter } from '@temporalio/common';

/** Set at the top of a bundle, because a workflow cannot read whether payloads are encrypted. */
declare global {
  var waybillEncodesFailures: boolean | undefined;
}

export const createFailureConverter = () =>
  new DefaultFailureConverter({ encodeCommonAttributes: globalThis.waybillEncodesFailures === true });

/** Encrypts the failures of workflows if payloads are encrypted. */
export const failureConverter = createFailureConverter();
