import type { AstroIntegration } from 'astro';

/** What Vite itself says of a build, as `import.meta.env.BASE_URL`. */
const constants = ['BASE_URL', 'DEV', 'MODE', 'PROD', 'SSR'];

/**
 * Keeps the environment from standing in for Vite's constants, as Astro and Vite let it: a BASE_URL left in somebody's
 * shell would lead every link astray, and any NODE_ENV but production drop the security policy from every page.
 */
export function ownConstants(): AstroIntegration {
  return {
    name: 'own-constants',
    hooks: {
      'astro:config:setup': ({ command }) => {
        // To serve a site that is built reads none of them.
        if (command === 'preview') return;
        for (const name of constants) delete process.env[name];
        if (command === 'build') process.env['NODE_ENV'] = 'production';
      },
    },
  };
}
