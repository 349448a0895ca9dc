import type { RunDetailsFragment } from '@waybill/client';
import type { Output } from './output.ts';

/** Formats a run as one line: its status, and its content so far. */
export function runText(run: RunDetailsFragment): string {
  const { id, kind, status, progress, failure } = run;
  const percent = progress === null || progress === undefined ? '' : `  ${progress} %`;
  return `${id}  ${kind}  ${status}${percent}${contentOf(run)}${failure ? `  ${failure.code}: ${failure.message}` : ''}`;
}

function contentOf(run: RunDetailsFragment): string {
  switch (run.__typename) {
    case 'GreetingRun':
      return run.greeting ? `  ${run.greeting}` : '';
    case 'PaymentRun':
      return run.payment ? `  ${run.payment.status} ${run.amount.amount} ${run.amount.currencyCode}` : '';
    case 'StandingOrder':
      return `  placed ${run.placed}${run.nextAt ? `, next at ${run.nextAt}` : ''}`;
    case 'UserContextRun':
      return run.context.location ? `  ${run.context.location.city}` : '';
    default:
      return '';
  }
}

export const printRun = (output: Output, run: RunDetailsFragment): void => output.one(run, (each) => [runText(each)]);
