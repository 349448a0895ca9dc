import {
  AddOrderItemDocument,
  type AddOrderItemInput,
  ApproveOrderDocument,
  CancelOrderDocument,
  CancelWorkflowDocument,
  ChangeShippingAddressDocument,
  type ChangeShippingAddressInput,
  GiveUpOrderStepDocument,
  type OrderStepName,
  PlaceOrderDocument,
  type PlaceOrderInput,
  RejectOrderDocument,
  RetryOrderNowDocument,
  SettleCompensationDocument,
  UpdateShippingAddressDocument,
  type UpdateShippingAddressInput,
} from '../generated/graphql.ts';
import type { Read } from '../http/read.ts';
import type { RequestOptions } from '../http/request.ts';
import { type CommandOptions, createCommand } from './command.ts';

type Item = AddOrderItemInput['item'];
type Address = ChangeShippingAddressInput['address'];
type AddressChanges = UpdateShippingAddressInput['address'];

/**
 * Commands return a union: the order after the command, or the refusal. `orThrow` turns a refusal into an exception.
 */
export function createOrderCommands(read: Read) {
  const command = createCommand(read);
  return {
    place: (input: PlaceOrderInput, options?: RequestOptions) => command(PlaceOrderDocument, input, options),
    approve: (orderId: string, { note, ...options }: CommandOptions & { note?: string } = {}) =>
      command(ApproveOrderDocument, { orderId, note }, options),
    reject: (orderId: string, reason: string, options?: CommandOptions) =>
      command(RejectOrderDocument, { orderId, reason }, options),
    cancel: (orderId: string, reason: string, options?: CommandOptions) =>
      command(CancelOrderDocument, { orderId, reason }, options),
    addItem: (orderId: string, item: Item, options?: CommandOptions) =>
      command(AddOrderItemDocument, { orderId, item }, options),
    changeAddress: (orderId: string, address: Address, options?: CommandOptions) =>
      command(ChangeShippingAddressDocument, { orderId, address }, options),
    /** Changes some fields; the others are kept. */
    updateAddress: (orderId: string, address: AddressChanges, options?: CommandOptions) =>
      command(UpdateShippingAddressDocument, { orderId, address }, options),
  };
}

/** For operators: commands for an order that is stuck. */
export function createOrderInterventions(read: Read) {
  const command = createCommand(read);
  return {
    /** Retries the running step, or this step, without waiting for the next attempt. */
    retryNow: (orderId: string, { step, ...options }: CommandOptions & { step?: OrderStepName } = {}) =>
      command(RetryOrderNowDocument, { orderId, step }, options),
    /** Stops retrying the step, and compensates the completed steps. */
    giveUpStep: (orderId: string, step: OrderStepName, reason: string, options?: CommandOptions) =>
      command(GiveUpOrderStepDocument, { orderId, step, reason }, options),
    /** Declares that a person has done the compensation of a step elsewhere. */
    settleCompensation: (orderId: string, undoes: OrderStepName, note: string, options?: CommandOptions) =>
      command(SettleCompensationDocument, { orderId, undoes, note }, options),
    /** Cancels an order by its workflow id, as `cancel` does by its order id. */
    cancelWorkflow: (id: string, reason: string, options?: CommandOptions) =>
      command(CancelWorkflowDocument, { id, reason }, options),
  };
}
