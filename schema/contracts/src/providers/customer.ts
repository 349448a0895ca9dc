import { z } from 'zod';

export const CustomerProfile = z.object({
  customerId: z.string(),
  name: z.string(),
  tier: z.enum(['STANDARD', 'PREFERRED']),
});
export type CustomerProfile = z.infer<typeof CustomerProfile>;

/** Products that a customer may like. */
export const Recommendations = z.object({ customerId: z.string(), skus: z.array(z.string()) });
export type Recommendations = z.infer<typeof Recommendations>;
