import { ApplicationFailure } from '@temporalio/activity';
import { PlacedOrder } from '@waybill/contracts';

/** Validates an order before any provider is called. Refuses with VALIDATION_FAILED and every wrong field. */
export const createValidationActivities = () => ({
  async validateOrder(order: unknown): Promise<{ attempt: number }> {
    const read = PlacedOrder.safeParse(order);
    if (read.success) return { attempt: 1 };
    const problems = read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw ApplicationFailure.create({
      type: 'VALIDATION_FAILED',
      message: problems.join('; '),
      nonRetryable: true,
      details: [{ attempt: 1 }],
    });
  },
});

export type ValidationActivities = ReturnType<typeof createValidationActivities>;
