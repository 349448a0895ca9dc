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
  ...Object.entries(compensatingActivityOf).map(([step, name]) => [name, { step, isUndo: true }] as const),
] as [string, Work][]);

/** The registered activity of a step or of its compensation; undefined for a step that calls no provider, or several. */
export const activityFor = ({ step, isUndo }: Work): string | undefined =>
  ((isUndo ? compensatingActivityOf : activityOf) as Partial<Record<OrderStepName, string>>)[step];

/** What the activity of this name does for an order; undefined for one that is neither a step nor a compensation. */
export const workNamed = (activity: string): Work | undefined => works.get(activity);
