import type { Product } from '@waybill/contracts';
import type { UnitOfWork } from '../../calls/unit-of-work.ts';
import type { Reservation } from '../domain/reservation.ts';
import type { Reservations } from '../domain/reservations.ts';
import type { Stock } from '../domain/stock.ts';
import * as statements from './statements.ts';

export const createReservations = ({ read, write }: UnitOfWork): Reservations => ({
  find: async (orderId) => {
    const [reservation] = await read<Reservation>(statements.findReservation, [orderId]);
    return reservation;
  },
  keep: (reservation) => write(statements.keepReservation(reservation)),
  statistics: async () => {
    const counted = await read<{ status: string; count: number }>(statements.countByStatus, []);
    return Object.fromEntries(counted.map(({ status, count }) => [status, count]));
  },
});

export const createStock = ({ read, write }: UnitOfWork): Stock => ({
  catalogue: () => read<Product>(statements.catalogue, []),
  available: async (skus) => {
    const products = await read<{ sku: string; available: number }>(statements.available, [[...skus]]);
    return new Map(products.map(({ sku, available }) => [sku, available]));
  },
  take: (orderId, taken) => {
    write(statements.move(orderId, taken));
    write(statements.take(taken));
  },
  product: async (sku) => {
    const [product] = await read<Product>(statements.product, [sku]);
    return product;
  },
  restock: (product, quantity) => write(statements.restock(product, quantity)),
});
