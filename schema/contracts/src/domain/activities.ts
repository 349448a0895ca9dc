import type { OrderStepName, PatientStep, UndoableStep } from './steps.ts';

/** What an activity does for an order: a step, or its compensation. */
export type Work = { step: OrderStepName; isUndo: boolean };

/** The registered activity of each step for which a provider is called once. */
const activityOf: Readonly<Record<Exclude<PatientStep, 'ENRICH'>, string>> = {
  AUTHORIZE_PAYMENT: 'authorizePayment',
  RESERVE_INVENTORY: 'reserveInventory',
  CAPTURE_PAYMENT: 'capturePayment',
  PREPARE_PACKAGE: 'preparePackage',
  CREATE_LABEL: 'createLabel',
  DISPATCH_CARRIER: 'dispatchCarrier',
  NOTIFY_CUSTOMER: 'notifyCustomer',
};

/** The registered activities of the one step for which several are called, at once. */
const enrichingActivities = ['readProfile', 'checkStock', 'readRecommendations'] as const;

/** The registered activity of each compensation. */
const compensatingActivityOf: Readonly<Record<UndoableStep, string>> = {
  AUTHORIZE_PAYMENT: 'releasePayment',
  RESERVE_INVENTORY: 'releaseInventory',
  CAPTURE_PAYMENT: 'refundPayment',
  PREPARE_PACKAGE: 'cancelShipment',
  CREATE_LABEL: 'cancelLabel',
};

const works = new Map<string, Work>([
  ...Object.entries(activityOf).map(([step, name]) => [name, { step, isUndo: false }] as const),
  ...enrichingActivities.map((name) => [name, { step: 'ENRICH', isUndo: false }] as const),
  ...Object.entries(compensatingActivityOf).map(([step, name]) => [name, { step, isUndo: true }] as const),
] as [string, Work][]);

/** What the activity of this name does for an order; undefined for one that is neither a step nor a compensation. */
export const workNamed = (activity: string): Work | undefined => works.get(activity);

/** Whether the activity of this name is part of that work. */
export function isActivityOf({ step, isUndo }: Work, activity: string | null | undefined): boolean {
  const work = workNamed(activity ?? '');
  return work?.step === step && work.isUndo === isUndo;
}
