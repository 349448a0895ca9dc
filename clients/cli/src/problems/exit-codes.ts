/** The exit codes, for scripts. */
export const exitCodes = {
  done: 0,
  fault: 1,
  usage: 2,
  notFound: 3,
  auth: 4,
  refused: 5,
  endedOtherwise: 6,
  pending: 7,
  unavailable: 8,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
