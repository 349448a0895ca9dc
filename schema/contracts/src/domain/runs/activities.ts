import type { RunStepName } from './steps.ts';

/** The registered activities of runs that are a step, or undo one, by that step. */
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

/** The step that the activity of this name takes or undoes for a run. */
export const runStepOf = (activity: string): RunStepName | undefined => steps[activity];
