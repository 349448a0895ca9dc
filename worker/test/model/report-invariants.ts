import { isClosed, type JournalEntry, type OrderStatus, statusMachine } from '@waybill/contracts/domain';
import { type Ended, hasBegun, type Invariant, isRefusal, step, times, took, undos } from './order-end.ts';

const changes = ({ journal }: Ended) => journal.filter(({ type }) => type === 'STATUS_CHANGED');
const statusIn = ({ detail }: JournalEntry, end: 'from' | 'to') => detail?.[end] as OrderStatus;
/** What is told to a customer whose order ended so. */
const messages: Partial<Record<OrderStatus, string>> = {
  SHIPPED: 'notify CONFIRMATION',
  REJECTED: 'notify REJECTION',
  CANCELLED: 'notify CANCELLATION',
  EXPIRED: 'notify EXPIRY',
  FAILED: 'notify FAILURE',
};

/** The ends that somebody, or nobody, has decided, by the code of their reason. */
const decided: Partial<Record<OrderStatus, string>> = {
  REJECTED: 'MANAGER_REJECTED',
  CANCELLED: 'CANCELLED',
  EXPIRED: 'APPROVAL_TIMEOUT',
};

/** The reasons for which its workflow fails, so that an engineer looks at it, and those that can come at any step. */
const faults = ['STEP_FAILED', 'DEADLINE_EXCEEDED'];
const comingFromOutside = ['CANCELLED', 'DEADLINE_EXCEEDED'];

/** What every order says of itself is true, to whoever looks at it, reads its journal or waits for a verdict. */
export const reportInvariants: Record<string, Invariant> = {
  'each of its statuses follows from the one before': (played) =>
    changes(played).every((entry, at, all) => {
      const before = all[at - 1];
      const from = statusIn(entry, 'from');
      return (
        from === (before ? statusIn(before, 'to') : 'RECEIVED') && statusMachine[from].includes(statusIn(entry, 'to'))
      );
    }),
  'it is called COMPENSATING before anything is undone, and only then': ({ journal, order }) => {
    const said = journal.findIndex(({ type, detail }) => type === 'STATUS_CHANGED' && detail?.to === 'COMPENSATING');
    const begun = journal.findIndex(({ type }) => type === 'COMPENSATION_STARTED');
    return begun < 0 ? said < 0 || order.steps.some(({ error }) => isRefusal(error?.code)) : said >= 0 && said < begun;
  },
  'its workflow fails exactly where a machine was at fault or an undo was refused': ({ result, order }) =>
    (result === undefined) ===
    (faults.includes(order.failure?.code ?? '') || order.compensations.some(({ status }) => status === 'FAILED')),
  'no step has two undos': ({ order: { compensations } }) =>
    new Set(compensations.map(({ undoes }) => undoes)).size === compensations.length,
  'an undo that took something back says so': (played) =>
    undos.every(({ name, undo }) => {
      const compensation = played.order.compensations.find(({ undoes }) => undoes === name);
      return times(played, undo) === 0 || compensation?.status === 'COMPLETED';
    }),
  // A cancellation during the hand-over waits for the carrier, and is granted when the hand-over fails.
  'a step has failed where the order failed, and is cancelled where the end came over it': ({
    order: { steps, failure },
  }) =>
    steps
      .filter(({ name }) => name !== 'NOTIFY_CUSTOMER')
      .every(({ name, status, error }) => {
        if (status === 'CANCELLED') return comingFromOutside.includes(failure?.code ?? '');
        return (
          status !== 'FAILED' ||
          isRefusal(error?.code) ||
          (failure?.step === name && (!comingFromOutside.includes(failure.code) || name === 'DISPATCH_CARRIER'))
        );
      }),
  'its reason is the one of its end, and a refusal is told by its name': (played) => {
    const { order } = played;
    const { status, failure } = order;
    if (status === 'SHIPPED') return failure === null;
    if (status !== 'FAILED') return failure?.code === decided[status];
    if (failure?.code === 'STEP_GIVEN_UP') return took(played, 'giveUpStep');
    const code = failure?.step ? step(order, failure.step)?.error?.code : undefined;
    return failure?.code === 'DEADLINE_EXCEEDED' || failure?.code === (isRefusal(code) ? code : 'STEP_FAILED');
  },
  'it expires when its time is over, and not before': ({ journal, order: { approvalDeadline, status } }) => {
    const deadline = Date.parse(approvalDeadline ?? '');
    const expired = journal.find(({ detail }) => detail?.code === 'APPROVAL_TIMEOUT');
    return (status === 'EXPIRED') === (expired !== undefined) && (!expired || Date.parse(expired.at) >= deadline);
  },
  'an end that somebody decided is its end': (played) => {
    const { status, steps } = played.order;
    if (took(played, 'cancel')) return status === 'CANCELLED';
    if (took(played, 'reject')) return status === 'REJECTED';
    return status === 'EXPIRED' || steps.every(({ error }) => error?.code !== 'APPROVAL_TIMEOUT');
  },
  'nothing is begun once its end is decided': ({ journal, order }) => {
    const end = journal.findIndex(({ type, detail }) => type === 'STATUS_CHANGED' && isClosed(detail?.to as never));
    const late = journal.filter(({ type }, at) => type === 'STEP_STARTED' && end >= 0 && at > end);
    return (
      late.every((entry) => entry.step === 'NOTIFY_CUSTOMER') &&
      order.compensations.every(({ undoes }) => hasBegun(order, undoes))
    );
  },
  'its journal ends with its last word': ({ journal }) =>
    journal.findIndex(({ type }) => type === 'ORDER_CLOSED') === journal.length - 1,
  'every command that was heard is answered': ({ heard, order: { verdicts } }) =>
    (heard ?? []).every((id) => verdicts.some(({ commandId }) => commandId === id)),
  'every command that was heard is counted once': ({ heard, order: { commands } }) =>
    heard === undefined || commands.taken === new Set(heard).size,
  'nothing is refused but what its providers were told to refuse': ({ order: { failure } }, { script }) =>
    !isRefusal(failure?.code) || Object.values(script).some((acts) => acts.some((act) => act === failure?.code)),
  'what is added to it is refused only where a provider had something against it': ({ order }, { plan, script }) => {
    const acts = (plan === 'AUTHORIZE_FIRST' ? script.authorize : script.reserve) ?? [];
    const reasons = ['INVALID_INPUT', 'PAYMENT_REFUSED', 'SERVICE_UNAVAILABLE'];
    const refused = order.verdicts.filter(({ refusal }) => refusal !== null && reasons.includes(refusal));
    return acts.some((act) => act !== 'works') || refused.length === 0;
  },
  'its total is the sum of its items': ({ order: { items, total } }) =>
    total.amountMinor === items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amountMinor, 0),
  'its customer is told how it ended': ({ effects, order }) =>
    effects.every((effect) => !effect.startsWith('notify') || effect === messages[order.status]),
  'whether its customer was told is known': ({ order }) =>
    /COMPLETED|FAILED/.test(step(order, 'NOTIFY_CUSTOMER')?.status ?? ''),
  'a payment that the bank refused to hold has failed': ({ order }) =>
    !isRefusal(step(order, 'AUTHORIZE_PAYMENT')?.error?.code) || order.payment?.status === 'FAILED',
  'a shipment that was taken back is called cancelled': ({ order: { compensations, shipment } }) =>
    compensations.every(({ undoes, status }) => undoes !== 'PREPARE_PACKAGE' || status === 'FAILED') ||
    shipment?.status === 'CANCELLED',
};
