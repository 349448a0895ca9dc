import type { OrderDetailsFragment } from '@waybill/client';
import { storyOf } from '../../../order/story.ts';
import { StepRow } from './step-row.tsx';
import styles from './steps.module.css';

/** Every step of the plan, each with what undoes it beneath. */
export const Steps = ({ order }: { order: OrderDetailsFragment }) => (
  <ol className={styles.steps} aria-label="Steps">
    {storyOf(order).map(({ step, compensations }) => (
      <StepRow key={step.name} step={step} compensations={compensations} />
    ))}
  </ol>
);
