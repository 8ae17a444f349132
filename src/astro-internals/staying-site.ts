import { cpSync, renameSync } from 'node:fs';
import { posix } from 'node:path';
import type { AstroIntegration, AstroPrerenderer, PathWithRoute, RouteData } from 'astro';

/** A file that a route of the site makes. */
export type SitePage = {
  /** Below the folder of the site, with `/`: `glossary/deemed-export/index.html`. */
  file: string;
  /** As Astro lists pages for what comes after them: `glossary/deemed-export/`; null for what is no page. */
  listedAs: string | null;
  /** The module of its route below the project's folder: `src/pages/glossary/[id].astro`. */
  component: string;
  /** What getStaticPaths gives it to show; null where its route has no parameters. */
  props: Readonly<Record<string, unknown>> | null;
  /** What Astro has to be told to render it. */
  route: PathWithRoute;
};

/** The pages of a site whose code is compiled and loaded, to be rendered by themselves as often as one likes. */
export type StayingSite = {
  /** Asks every route for what it makes now, in the order in which a build makes it; where two make one file, the first does. */
  pages(): Promise<SitePage[]>;
  /**
   * Puts the bundled program back into the folder of the build, from which Astro takes it when the build ends: its parts are loaded as
   * they are needed. To be called then, by whoever had Astro make no pages.
   */
  keepProgram(): void;
  /** Renders a file; null where there is nothing in it, so that a build writes none. */
  render(page: SitePage): Promise<Uint8Array | null>;
};

/** What of Astro's own prerenderer is used beyond its type: the bundled program, and its memory of what routes gave. */
type OwnPrerenderer = AstroPrerenderer & {
  app: {
    routeCache: {
      clearAll(): void;
      get(route: RouteData): { staticPaths?: GivenPath[] } | undefined;
    };
  };
};
type GivenPath = { props?: Record<string, unknown> };

/**
 * Hands the site over before its pages are made, by the hook with which an adapter takes the rendering into its own hands.
 * Checked by the contract test beside it, for the pinned version: that Astro's own prerenderer has an `app`, that `routeCache`
 * remembers the paths of each route in their order, and forgets them when it is told to; and where the bundled program lies.
 * @param hear is given the site, and awaited
 * @param origin the site's own, or that of the server of the configuration; a page is asked for below it
 * @param base the path that the site stands under; begins and ends with a slash
 * @param alone whether Astro makes no pages: then the program has to be kept
 */
export function stayingSite({
  hear,
  origin,
  base,
  alone,
}: {
  hear(site: StayingSite): Promise<void>;
  origin: string;
  base: string;
  alone: boolean;
}): AstroIntegration {
  let outDir: URL;
  const kept = () => new URL(outDir.href.replace(/\/$/, '.program'));
  const stay = (own: OwnPrerenderer): StayingSite => ({
    async pages() {
      const { routeCache } = own.app;
      routeCache.clearAll();
      const places = new Map<RouteData, number>();
      const made = new Map<string, SitePage>();
      // As Astro decides which of two routes has an address.
      const nameOf = (pathname: string) => pathname.replace(/\/$/, '');
      for (const path of await own.getStaticPaths()) {
        const { route, pathname } = path;
        const place = places.get(route) ?? 0;
        places.set(route, place + 1);
        if (made.has(nameOf(pathname))) continue;
        const props = route.pathname
          ? null
          : (routeCache.get(route)?.staticPaths?.[place]?.props ?? {});
        const listedAs = route.type === 'page' ? listed(pathname) : null;
        const file = fileOf(path);
        made.set(nameOf(pathname), {
          file,
          listedAs,
          component: route.component,
          props,
          route: path,
        });
      }
      return [...made.values()];
    },
    keepProgram: () => renameSync(kept(), new URL(programFolder, outDir)),
    async render({ route: { route, pathname } }) {
      const result = await own.render(new Request(addressOf(route, pathname)), {
        routeData: route,
      });
      const response = result instanceof Response ? result : result.response;
      return response.body ? new Uint8Array(await response.arrayBuffer()) : null;
    },
  });
  const addressOf = ({ type }: RouteData, pathname: string): URL => {
    const below = pathname.replace(/^\/+|\/+$/g, '');
    const ending = type === 'endpoint' || below === '' ? '' : '/';
    return new URL(`${base}${below}${ending}`, origin);
  };

  return {
    name: 'staying-site',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = config.outDir;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((given) => {
          const own = given as OwnPrerenderer;
          return {
            ...own,
            // It is set up only then, on the object that it was given as.
            setup: () => own.setup?.() ?? Promise.resolve(),
            async getStaticPaths() {
              if (alone) cpSync(new URL(programFolder, outDir), kept(), { recursive: true });
              await hear(stay(own));
              return alone ? [] : own.getStaticPaths();
            },
          };
        });
      },
    },
  };
}

/** Where Astro puts the bundled program, below the folder of the site; it takes it away when the pages are made. */
const programFolder = '.prerender/';

/** Error pages stand by themselves (`404.html`), other pages as the index of their folder. */
const fileOf = ({ route, pathname }: PathWithRoute): string => {
  const path = pathname.replace(/^\/+|\/+$/g, '');
  if (route.type === 'endpoint') return path;
  return path === '404' || path === '500' ? `${path}.html` : posix.join(path, 'index.html');
};

const listed = (pathname: string): string => {
  const path = pathname.replace(/^\/+|\/+$/g, '');
  return path === '' ? '' : `${path}/`;
};
