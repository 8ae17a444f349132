import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { withoutModuleScripts } from './written-html.ts';

/**
 * Renders a component to a whole page, without the scripts of components.
 * @param address what `Astro.url` tells it of the page, without an origin
 */
export async function renderComponent(
  component: AstroComponentFactory,
  props: Record<string, unknown>,
  address: string,
): Promise<string> {
  // A new one each time: a container keeps every page that it has rendered.
  const container = await AstroContainer.create();
  const html = await container.renderToString(component, {
    props,
    partial: false,
    request: new Request(new URL(address, 'http://localhost')),
  });
  return withoutModuleScripts(html);
}
