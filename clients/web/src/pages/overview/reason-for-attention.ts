import type { OrderSummaryFragment } from '@waybill/client';
import { compensationWord, stepWords, type Tone } from '../../order/words.ts';

type Work = Pick<OrderSummaryFragment, 'health' | 'currentStep' | 'currentCompensation'>;

/** Why an order needs attention. While steps are compensated, the current step is over: the compensation is named. */
export function reasonForAttention({ health, currentStep, currentCompensation }: Work): { tone: Tone; text: string } {
  const step = currentStep ? stepWords(currentStep).noun : 'The order';
  const work = currentCompensation ? compensationWord(currentCompensation) : step;
  switch (health) {
    case 'WAITING_FOR_PERSON':
      return { tone: 'wait', text: 'Waits for a manager' };
    case 'STUCK':
      return { tone: 'bad', text: `Stuck: ${work}` };
    default:
      return { tone: 'undo', text: `Tries again: ${work}` };
  }
}
