import { usage } from './problems.ts';

/** The message of a failed call to the file system without its path, which only some of them have. */
export const reasonOf = ({ message }: Error): string => message.replace(/, \w+(?: '.*)?$/s, '');

/** A catch that names what cannot be read. */
export const unreadable =
  (name: string) =>
  (error: Error): never => {
    throw usage(`${name} cannot be read: ${reasonOf(error)}`);
  };
