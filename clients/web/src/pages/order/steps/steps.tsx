import { type Story, storyOf } from '../../../order/story.ts';
import { StepRow } from './step-row.tsx';
import styles from './steps.module.css';

/** Every step of the plan, each with its compensation below. */
export const Steps = ({ story }: { story: Story }) => (
  <ol className={styles.steps} aria-label="Steps">
    {storyOf(story).map(({ step, compensations }) => (
      <StepRow key={step.name} step={step} compensations={compensations} />
    ))}
  </ol>
);
