export const aViewer = { id: 'ada', role: 'CUSTOMER', actions: ['PLACE_ORDERS'] };
