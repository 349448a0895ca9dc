import type { Customers } from '../domain/port.ts';

export const customerUseCases = ({ customers }: { customers: Customers }) => ({
  profile: ({ customerId }: { customerId: string }) => customers.profile(customerId),
  recommendations: ({ customerId }: { customerId: string }) => customers.recommendations(customerId),
});

export type CustomerUseCases = ReturnType<typeof customerUseCases>;
