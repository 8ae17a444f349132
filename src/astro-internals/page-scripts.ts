import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The script of a component, as it stands in its source. */
export type PageScript = { name: string; component: string; folder: string; source: string };

const scriptElement = /^<script>\n([\s\S]*?)^<\/script>$/gm;
/** The name that Astro and Vite give to the module of a component's script. */
const moduleName = /\/([^/]+)\.astro_astro_type_script_index_(\d+)_lang\.[\w-]+\.js$/;
const signs = /[[\]#$%&*+,:;<=>?^`{|}]/g;

/**
 * Finds the scripts of the site's components, from which the classic ones are made.
 * @param sources the folder of the site's code
 */
export function pageScripts(sources: string): PageScript[] {
  const components = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.astro') && !path.includes('fixtures'))
    .sort();
  return components.flatMap((path) => {
    const component = join(sources, path);
    const scripts = [...readFileSync(component, 'utf8').matchAll(scriptElement)];
    const name = basename(path, '.astro').replace(signs, '_');
    return scripts.map(([, source = ''], index) => ({
      name: index === 0 ? name : `${name}-${index}`,
      component,
      folder: dirname(component),
      source,
    }));
  });
}

/**
 * Finds the script that a module of the built site was made from.
 * @throws Error where there is none, or more than one of its name
 */
export function scriptOf(modulePath: string, scripts: readonly PageScript[]): PageScript {
  const [, name, index] = moduleName.exec(modulePath) ?? [];
  const wanted = index === '0' ? name : `${name}-${index}`;
  const [script, other] = scripts.filter((one) => one.name === wanted);
  if (!script) throw new Error(`No component has the script that was built as ${modulePath}.`);
  if (other) {
    const both = `${script.component} and ${other.component}`;
    throw new Error(`${both} have the same name: move the script of one into a component.`);
  }
  return script;
}
