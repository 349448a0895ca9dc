import type { Product } from '@waybill/contracts';
import type { Desk } from '../../calls/desk.ts';
import type { Reservations, Stock } from '../domain/port.ts';
import type { Reservation } from '../domain/rules.ts';
import * as statements from './statements.ts';

export const reservationsAt = ({ read, write }: Desk): Reservations => ({
  find: async (orderId) => {
    const [reservation] = await read<Reservation>(statements.findReservation, [orderId]);
    return reservation;
  },
  keep: ({ orderId, reservationId, status, lines, change, version }) =>
    write(statements.keepReservation, [orderId, reservationId, status, JSON.stringify(lines), change, version]),
  statistics: async () => {
    const counted = await read<{ status: string; count: number }>(statements.countByStatus, []);
    return Object.fromEntries(counted.map(({ status, count }) => [status, count]));
  },
});

export const stockAt = ({ read, write }: Desk): Stock => ({
  catalogue: () => read<Product>(statements.catalogue, []),
  available: async (skus) => {
    const products = await read<{ sku: string; available: number }>(statements.available, [[...skus]]);
    return new Map(products.map(({ sku, available }) => [sku, available]));
  },
  take: (orderId, taken) => {
    const [skus, quantities] = [[...taken.keys()], [...taken.values()]];
    write(statements.move, [orderId, skus, quantities]);
    write(statements.take, [skus, quantities]);
  },
  product: async (sku) => {
    const [product] = await read<Product>(statements.product, [sku]);
    return product;
  },
  restock: ({ sku, available }, quantity) => write(statements.restock, [sku, quantity, available]),
});
