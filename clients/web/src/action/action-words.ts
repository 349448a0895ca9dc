import type { IconName } from '../components/icon.tsx';

/** How an action of the API is offered. `asks`: what its dialog asks for; without one it is taken at once. */
export type ActionWords<Asked extends string = string> = {
  label: string;
  done: string;
  icon: IconName;
  look: 'primary' | 'plain' | 'danger';
  asks?: Asked;
};
