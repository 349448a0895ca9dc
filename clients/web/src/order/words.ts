import type { FulfillmentPlan, OrderHealth, OrderStatus, OrderStepName } from '@waybill/client';

/** The tone of a status, for colour and shape; the word beside it has the same meaning. */
export type Tone = 'calm' | 'active' | 'wait' | 'good' | 'bad' | 'undo';

type Words<Name extends string, T> = Readonly<Record<Name, T>>;

const statuses: Words<OrderStatus, { word: string; tone: Tone }> = {
  RECEIVED: { word: 'Received', tone: 'calm' },
  AWAITING_APPROVAL: { word: 'Awaiting approval', tone: 'wait' },
  APPROVED: { word: 'Approved', tone: 'active' },
  PROCESSING: { word: 'Processing', tone: 'active' },
  COMPENSATING: { word: 'Compensating', tone: 'undo' },
  SHIPPED: { word: 'Shipped', tone: 'good' },
  REJECTED: { word: 'Rejected', tone: 'bad' },
  CANCELLED: { word: 'Cancelled', tone: 'calm' },
  EXPIRED: { word: 'Expired', tone: 'calm' },
  FAILED: { word: 'Failed', tone: 'bad' },
};

/** `noun` names the step, `doing` describes it while it runs, `again` completes "will try again to …". */
type StepWords = { noun: string; doing: string; again: string };

const steps: Words<OrderStepName, StepWords> = {
  RECEIVE: { noun: 'Receive order', doing: 'Receives the order', again: 'receive the order' },
  VALIDATE: { noun: 'Validate', doing: 'Validates the order', again: 'validate the order' },
  ENRICH: { noun: 'Enrich', doing: 'Looks up the customer', again: 'look up the customer' },
  AUTHORIZE_PAYMENT: { noun: 'Authorize payment', doing: 'Authorizes the payment', again: 'authorize the payment' },
  AWAIT_APPROVAL: { noun: 'Await approval', doing: 'Waits for a manager', again: 'ask a manager' },
  RESERVE_INVENTORY: { noun: 'Reserve stock', doing: 'Reserves the stock', again: 'reserve the stock' },
  CAPTURE_PAYMENT: { noun: 'Capture payment', doing: 'Captures the payment', again: 'capture the payment' },
  PREPARE_PACKAGE: { noun: 'Prepare package', doing: 'Prepares the package', again: 'prepare the package' },
  CREATE_LABEL: { noun: 'Create label', doing: 'Creates the label', again: 'create the label' },
  DISPATCH_CARRIER: { noun: 'Dispatch', doing: 'Hands the package to the carrier', again: 'dispatch the package' },
  NOTIFY_CUSTOMER: { noun: 'Notify customer', doing: 'Notifies the customer', again: 'notify the customer' },
};

/** What was reserved as stock is released as stock. */
export const compensationWord = (name: string): string =>
  name === 'RELEASE_INVENTORY' ? 'Release stock' : plain(name);

/** Formats "SOME_NAME" as "Some name", for unknown values. */
export function plain(name: string): string {
  const words = name.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const known = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const plans: Words<FulfillmentPlan, string> = {
  AUTHORIZE_FIRST: 'Payment first',
  RESERVE_FIRST: 'Stock first',
};

/** The plan, by what is reserved before a manager is asked. */
export const planWord = (plan: string): string => known(plans, plan) ?? plain(plan);

const healths: Words<OrderHealth, string> = {
  OK: 'Healthy',
  RETRYING: 'Retrying',
  WAITING_FOR_PERSON: 'Waits for a person',
  STUCK: 'Stuck',
};

export const healthWord = (health: string): string => known(healths, health) ?? plain(health);

export const isOrderStatus = (name: string): name is OrderStatus => Object.hasOwn(statuses, name);

export const statusWords = (status: string): { word: string; tone: Tone } =>
  known(statuses, status) ?? { word: plain(status), tone: 'calm' };

export const stepWords = (step: string): StepWords =>
  known(steps, step) ?? {
    noun: plain(step),
    doing: `Runs ${plain(step).toLowerCase()}`,
    again: plain(step).toLowerCase(),
  };
