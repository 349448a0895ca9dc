import type { Reservation } from './reservation.ts';

export interface Reservations {
  find(orderId: string): Promise<Reservation | undefined>;
  /** Writes the reservation at the end of the call, unless another call has written it since it was found. */
  keep(reservation: Reservation): void;
  statistics(): Promise<Record<string, number>>;
}
