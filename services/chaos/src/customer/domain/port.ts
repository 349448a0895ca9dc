import type { CustomerProfile, Recommendations } from '@waybill/contracts';

/** Whoever knows the customers. */
export interface Customers {
  profile(customerId: string): Promise<CustomerProfile>;
  recommendations(customerId: string): Promise<Recommendations>;
}
