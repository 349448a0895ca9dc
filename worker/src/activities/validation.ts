import { ApplicationFailure } from '@temporalio/activity';
import { PlacedOrder } from '@waybill/contracts';

/** The last look at an order before anyone is asked for anything. Refuses with VALIDATION_FAILED and every field that is wrong. */
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
