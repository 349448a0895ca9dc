import { createActivity, type OrderRef } from '../attempt.ts';

export const createGreetingActivities = () => ({
  composeGreeting: createActivity(async ({ name }: OrderRef & { name: string }) => ({ greeting: `Hello, ${name}!` })),
});

export type GreetingActivities = ReturnType<typeof createGreetingActivities>;
