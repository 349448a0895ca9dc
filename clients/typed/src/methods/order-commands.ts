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
import type { Request, RequestOptions } from '../http/request.ts';
import { type CommandOptions, createCommand } from './command.ts';

type Item = AddOrderItemInput['item'];
type Address = ChangeShippingAddressInput['address'];
type AddressChanges = UpdateShippingAddressInput['address'];

/**
 * Commands return a union: the order after the command, or the refusal. `orThrow` turns a refusal into an exception.
 */
export function createOrderCommands(request: Request) {
  const command = createCommand(request);
  return {
    place: (input: PlaceOrderInput, options?: RequestOptions) => command(PlaceOrderDocument, input, options),
    approve: (orderId: string, { note, commandId, ...options }: CommandOptions & { note?: string } = {}) =>
      command(ApproveOrderDocument, { orderId, note, commandId }, options),
    reject: (orderId: string, reason: string, { commandId, ...options }: CommandOptions = {}) =>
      command(RejectOrderDocument, { orderId, reason, commandId }, options),
    cancel: (orderId: string, reason: string, { commandId, ...options }: CommandOptions = {}) =>
      command(CancelOrderDocument, { orderId, reason, commandId }, options),
    addItem: (orderId: string, item: Item, { commandId, ...options }: CommandOptions = {}) =>
      command(AddOrderItemDocument, { orderId, item, commandId }, options),
    changeAddress: (orderId: string, address: Address, { commandId, ...options }: CommandOptions = {}) =>
      command(ChangeShippingAddressDocument, { orderId, address, commandId }, options),
    /** Changes some fields; the others are kept. */
    updateAddress: (orderId: string, address: AddressChanges, { commandId, ...options }: CommandOptions = {}) =>
      command(UpdateShippingAddressDocument, { orderId, address, commandId }, options),
  };
}

/** For operators: commands for an order that is stuck. */
export function createOrderInterventions(request: Request) {
  const command = createCommand(request);
  return {
    /** Retries the running step, or this step, without waiting for the next attempt. */
    retryNow: (orderId: string, { step, commandId, ...options }: CommandOptions & { step?: OrderStepName } = {}) =>
      command(RetryOrderNowDocument, { orderId, step, commandId }, options),
    /** Stops retrying the step, and compensates the completed steps. */
    giveUpStep: (
      orderId: string,
      step: OrderStepName,
      reason: string,
      { commandId, ...options }: CommandOptions = {},
    ) => command(GiveUpOrderStepDocument, { orderId, step, reason, commandId }, options),
    /** Declares that a person has done the compensation of a step elsewhere. */
    settleCompensation: (
      orderId: string,
      undoes: OrderStepName,
      note: string,
      { commandId, ...options }: CommandOptions = {},
    ) => command(SettleCompensationDocument, { orderId, undoes, note, commandId }, options),
    /** Cancels an order by its workflow id, as `cancel` does by its order id. */
    cancelWorkflow: (id: string, reason: string, { commandId, ...options }: CommandOptions = {}) =>
      command(CancelWorkflowDocument, { id, reason, commandId }, options),
  };
}
