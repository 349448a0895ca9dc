import { home } from './shop.ts';

const mutation = (name: string, input: string) => `mutation ($input: ${input}!) { ${name}(input: $input) {
  __typename
  ... on Error {
    code
    ... on InvalidInput { fields { path message } }
    ... on OrderClosed { status }
    ... on OrderNotAwaitingApproval { status }
    ... on VerdictPending { commandId }
    ... on IdempotencyConflict { orderId }
  }
} }`;

export const approve = mutation('approveOrder', 'ApproveOrderInput');
export const reject = mutation('rejectOrder', 'RejectOrderInput');
export const cancel = mutation('cancelOrder', 'CancelOrderInput');
export const addItem = mutation('addOrderItem', 'AddOrderItemInput');
export const changeAddress = mutation('changeShippingAddress', 'ChangeShippingAddressInput');
export const updateAddress = mutation('updateShippingAddress', 'UpdateShippingAddressInput');

export const said = (over: object = {}) => ({ input: { orderId: 'ORD-1', ...over } });
export const because = (over: object = {}) => said({ reason: 'Too many mugs', ...over });
export const oneMore = (over: object = {}) => said({ item: { sku: 'MUG', quantity: 1, ...over } });
export const elsewhere = (over: object = {}) => said({ address: { ...home, city: 'Shelbyville', ...over } });
export const moved = (address: object) => said({ address });
