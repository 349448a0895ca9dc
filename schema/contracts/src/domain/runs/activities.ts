import type { RunStepName } from './steps.ts';

/** The registered activities that take or compensate a step of a run, by that step. */
const steps: Partial<Record<string, RunStepName>> = {
  readLocation: 'LOCATION',
  readWeather: 'WEATHER',
  readCatFact: 'CAT_FACT',
  authorizePayment: 'AUTHORIZE_PAYMENT',
  releasePayment: 'AUTHORIZE_PAYMENT',
  capturePayment: 'CAPTURE_PAYMENT',
  refundPayment: 'CAPTURE_PAYMENT',
  composeGreeting: 'GREET',
  placePeriod: 'PLACE_ORDER',
};

/** The step of a run that the activity of this name takes or compensates. */
export const runStepOf = (activity: string): RunStepName | undefined => steps[activity];
