import type { IconName } from '../components/icon.tsx';

/**
 * How an action of the API is presented. `asks`: what its dialog asks for; without it the action runs at once. `pauses`: it is
 * impossible from time to time while it is offered.
 */
export type ActionWords<Question extends string = string> = {
  label: string;
  done: string;
  icon: IconName;
  look: 'primary' | 'plain' | 'danger';
  asks?: Question;
  pauses?: boolean;
};
