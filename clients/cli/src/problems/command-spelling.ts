/** npx tells what it runs for. */
const isByNpx = ({ npm_command }: NodeJS.ProcessEnv): boolean => npm_command === 'exec';

/** Writes the commands in a text as this user types them: in a clone, npx finds the program. */
export const asTyped = (text: string, env: NodeJS.ProcessEnv): string =>
  isByNpx(env) ? text.replaceAll(/(?<=^|[`\s])waybill (?=[a-z])/g, 'npx --no waybill ') : text;
