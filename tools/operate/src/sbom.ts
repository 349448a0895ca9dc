import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

type Component = {
  'bom-ref': string;
  name: string;
  version: string;
  purl: string;
  properties?: { name: string; value: string }[];
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
};

export type Sbom = { components: Component[]; dependencies: { ref: string; dependsOn: string[] }[] };

/**
 * The bill of materials of a deployment, in CycloneDX. npm omits most dependencies of workspaces together with the
 * development dependencies, so the latter are removed here instead.
 */
export function sbom(): Sbom {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const whole: Sbom = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 }));
  const components = whole.components.filter((component) => !isForDevelopment(component));
  const kept = new Set(components.map((component) => component['bom-ref']));
  const dependencies = whole.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
  return { ...whole, components, dependencies };
}

const isForDevelopment = ({ properties = [] }: Component) =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');

if (import.meta.url === `file://${process.argv[1]}`) console.log(JSON.stringify(sbom(), null, 2));
