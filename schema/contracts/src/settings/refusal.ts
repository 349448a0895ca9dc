import { isInSeconds } from './aliases.ts';
import type { Setting } from './setting.ts';

const longestShown = 100;

/** The line for a value that is not allowed. `variable`: the name under which it was set. */
export function refusal(variable: string, text: string, { is }: Setting): string {
  const allowed = isInSeconds(variable) ? 'must be a whole number of seconds from 1 to 2147483' : is.allowed;
  if (is.secret) return `${variable}: ${allowed}`;
  if (mayHoldPassword(text)) return `${variable}: ${allowed}, and is not shown, because it may contain a password`;
  const shown = JSON.stringify(text.length > longestShown ? `${text.slice(0, longestShown)}…` : text);
  return `${variable}: ${allowed}, and is ${shown}${isServiceLink(text) ? serviceLinks : ''}`;
}

/** The user, query and fragment of a URL, also of one that is malformed or was given to a setting of another kind. */
const mayHoldPassword = (text: string): boolean => /[@?#]/.test(text);

/** Kubernetes sets variables for every Service in the namespace, whose names may collide with ours. */
const isServiceLink = (text: string) => /^(tcp|udp|sctp):\/\//.test(text);
const serviceLinks = ', which Kubernetes sets for a Service of that name: set enableServiceLinks: false in the pod';
