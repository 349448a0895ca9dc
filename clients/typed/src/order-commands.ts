import { type CommandOptions, createCommand } from './command.ts';
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
} from './generated/graphql.ts';
import type { Request, RequestOptions } from './request.ts';

type Item = AddOrderItemInput['item'];
type Address = ChangeShippingAddressInput['address'];
type AddressChanges = UpdateShippingAddressInput['address'];

/** Commands return a union: the order after it, or why it was refused. `orThrow` makes an exception of a refusal. */
export function createOrderCommands(request: Request) {
  const command = createCommand(request);
  return {
    place: (input: PlaceOrderInput, options?: RequestOptions) =>
      command(PlaceOrderDocument, 'placeOrder', input, options),
    approve: (orderId: string, { note, commandId, ...options }: CommandOptions & { note?: string } = {}) =>
      command(ApproveOrderDocument, 'approveOrder', { orderId, note, commandId }, options),
    reject: (orderId: string, reason: string, { commandId, ...options }: CommandOptions = {}) =>
      command(RejectOrderDocument, 'rejectOrder', { orderId, reason, commandId }, options),
    cancel: (orderId: string, reason: string, { commandId, ...options }: CommandOptions = {}) =>
      command(CancelOrderDocument, 'cancelOrder', { orderId, reason, commandId }, options),
    addItem: (orderId: string, item: Item, { commandId, ...options }: CommandOptions = {}) =>
      command(AddOrderItemDocument, 'addOrderItem', { orderId, item, commandId }, options),
    changeAddress: (orderId: string, address: Address, { commandId, ...options }: CommandOptions = {}) =>
      command(ChangeShippingAddressDocument, 'changeShippingAddress', { orderId, address, commandId }, options),
    /** Some fields of it; the others stay. */
    updateAddress: (orderId: string, address: AddressChanges, { commandId, ...options }: CommandOptions = {}) =>
      command(UpdateShippingAddressDocument, 'updateShippingAddress', { orderId, address, commandId }, options),
  };
}

/** For operators: what helps an order that does not get on by itself. */
export function createOrderInterventions(request: Request) {
  const command = createCommand(request);
  return {
    /** Ends the wait for the next attempt of what runs, or of this step. */
    retryNow: (orderId: string, { step, commandId, ...options }: CommandOptions & { step?: OrderStepName } = {}) =>
      command(RetryOrderNowDocument, 'retryOrderNow', { orderId, step, commandId }, options),
    /** Tries the step no more, and compensates what was done. */
    giveUpStep: (
      orderId: string,
      step: OrderStepName,
      reason: string,
      { commandId, ...options }: CommandOptions = {},
    ) => command(GiveUpOrderStepDocument, 'giveUpOrderStep', { orderId, step, reason, commandId }, options),
    /** Declares the compensation of a step done, by a person, elsewhere. */
    settleCompensation: (
      orderId: string,
      undoes: OrderStepName,
      note: string,
      { commandId, ...options }: CommandOptions = {},
    ) => command(SettleCompensationDocument, 'settleCompensation', { orderId, undoes, note, commandId }, options),
    /** Cancels the workflow of an order, as `cancel` does, by the id that the engine's users know. */
    cancelWorkflow: (id: string, reason: string, { commandId, ...options }: CommandOptions = {}) =>
      command(CancelWorkflowDocument, 'cancelWorkflow', { id, reason, commandId }, options),
  };
}
