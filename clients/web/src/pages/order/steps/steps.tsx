import { type Saga, sagaSteps } from '../../../order/saga.ts';
import { StepRow } from './step-row.tsx';
import styles from './steps.module.css';

/** Every step of the plan, each with its compensation below. */
export const Steps = ({ saga }: { saga: Saga }) => (
  <ol className={styles.steps} aria-label="Steps">
    {sagaSteps(saga).map(({ step, compensations }) => (
      <StepRow key={step.name} step={step} compensations={compensations} all={saga.compensations} />
    ))}
  </ol>
);
