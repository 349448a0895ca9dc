import { ActivityFailure, CancellationScope, patched } from '@temporalio/workflow';
import {
  type Commands,
  concerns,
  currentWork,
  isShippingStep,
  type OperatorCommand,
  type OrderStepName,
} from '@waybill/contracts/domain';
import type { OrderRef } from '../../../activities/attempt.ts';
import type { Stop, Stoppable } from '../../shared/saga/stoppable.ts';
import { skipBackOff } from '../activities/proxies.ts';
import type { OrderRecord } from '../state/order-record.ts';
import type { Decide } from './command-handler.ts';

type Options = { order: OrderRecord; orderRef: OrderRef; stoppable: Stoppable; shipment: Shipment };

/** Gives up a step of the shipment. */
type Shipment = { giveUp: (step: OrderStepName) => void };

export type OperatorCommands = ReturnType<typeof createOperatorCommands>;

/**
 * The operators' commands to a step or a compensation that keeps failing. A workflow does not know how often its
 * activities have failed, so the command carries the number of the attempt, which its sender has read from the engine.
 */
export function createOperatorCommands({ order, orderRef, stoppable, shipment }: Options) {
  /** The work that the command is for; undefined, and the command refused, if it does not run or has not failed. */
  const workOf = <Name extends OperatorCommand>(name: Name, command: Commands[Name], decide: Decide) => {
    const work = currentWork(order.state);
    if (concerns(name, command, work) && !stoppable.isStopped && patched('operator-commands')) return work;
    decide('NOTHING_TO_DO');
    return undefined;
  };

  return {
    /** Triggers the next attempt at once. The engine counts it as a normal attempt. */
    retryNow(command: Commands['retryNow'], decide: Decide): void {
      const work = workOf('retryNow', command, decide);
      if (!work) return;
      decide(null);
      order.steps.retryByHand(work.step, command.attempt, command);
      void CancellationScope.nonCancellable(() => skipBackOff({ ...orderRef, ...work })).catch(unlessFailed);
    },

    /** Stops trying the step. A step of the shipment runs in the child workflow, which gets a signal. */
    giveUpStep(command: Commands['giveUpStep'], decide: Decide): void {
      const work = workOf('giveUpStep', command, decide);
      if (!work) return;
      const stop: Stop = { reason: command.reason, attempt: command.attempt, by: command, decide };
      if (isShippingStep(work.step)) stoppable.stopElsewhere(stop, () => shipment.giveUp(work.step));
      else stoppable.stop(stop);
    },

    /** The compensation was carried out by hand elsewhere. */
    settleCompensation(command: Commands['settleCompensation'], decide: Decide): void {
      if (!workOf('settleCompensation', command, decide)) return;
      stoppable.stop({ reason: command.note, attempt: command.attempt, by: command, decide });
    },
  };
}

function unlessFailed(failure: unknown): void {
  if (!(failure instanceof ActivityFailure)) throw failure;
}
