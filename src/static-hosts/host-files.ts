import type { HeaderRules } from './header-rules.ts';

/** A file for a host, by its name. */
export type HostFile = { readonly name: string; readonly text: string };

/** The hosts for which there are files. `files`: those that read a file `_headers` beside the site. */
export const staticHosts = ['files', 'nginx', 'caddy'] as const;
export type StaticHost = (typeof staticHosts)[number];

/**
 * Writes the rules as a host reads them.
 * @param drawings the addresses of the SVG files of the site: the only files sent in that a browser would run
 */
export const hostFiles = (
  host: StaticHost,
  rules: HeaderRules,
  drawings: readonly string[],
): readonly HostFile[] => {
  switch (host) {
    case 'files':
      return [{ name: '_headers', text: headersFile(rules, drawings) }];
    case 'nginx':
      return [
        { name: 'portal-maps.conf', text: nginxMaps(rules) },
        { name: 'portal-headers.conf', text: nginxHeaders(rules) },
      ];
    case 'caddy':
      return [{ name: 'portal-headers.caddy', text: caddySnippet(rules) }];
  }
};

const origin = '# npm run host:headers が作りました。直しても、作り直すと元に戻ります。';

/**
 * Hosts of this kind join what several rules say of one file with a comma, which for a policy means that both hold, and
 * know no endings of names in common; so there is no policy for all, and the drawings are named one by one. A page has its
 * policy in itself, but for who may show it in a frame.
 */
const headersFile = ({ all, attachments, caching }: HeaderRules, drawings: readonly string[]) => {
  const inert = attachments.find(({ endings }) => endings.includes('.svg'))?.policy ?? '';
  const block = (path: string, headers: Readonly<Record<string, string>>): string =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `${[
    origin,
    block('/*', { ...all, 'X-Frame-Options': 'SAMEORIGIN' }),
    block(`${caching.below}*`, { 'Cache-Control': caching.lasting }),
    ...drawings.toSorted().map((path) => block(path, { 'Content-Security-Policy': inert })),
  ].join('\n\n')}\n`;
};

const alternatives = (endings: readonly string[]): string =>
  endings.map((ending) => ending.slice(1)).join('|');

/** For the `http` block (ngx_http_map_module): a `map` cannot stand in a server. */
const nginxMaps = ({ sitePolicy, attachments, caching }: HeaderRules): string => `${origin}
# http { } の中（Debian では /etc/nginx/conf.d/）に置きます。
map $uri $portal_policy {
    default "${sitePolicy}";
${attachments.map(({ endings, policy }) => `    "~*\\.(?:${alternatives(endings)})$" "${policy}";`).join('\n')}
}
map $uri $portal_caching {
    default "${caching.others}";
    "~^${caching.below.replaceAll('.', '\\.')}" "${caching.lasting}";
}
`;

/** For the `server` block; `always` has errors say it too (ngx_http_headers_module). */
const nginxHeaders = ({ all }: HeaderRules): string => `${origin}
# server { } の中から include で読みます。ここに add_header を加える location には、これも include してください。
${Object.entries(all)
  .map(([name, value]) => `add_header ${name} "${value}" always;`)
  .join('\n')}
add_header Content-Security-Policy $portal_policy always;
add_header Cache-Control $portal_caching always;
`;

/** `?` sets what nothing else has set: Caddy runs what is meant for all last, whatever stands first. One each: together they count as one condition. */
const caddySnippet = ({ all, sitePolicy, attachments, caching }: HeaderRules): string => `${origin}
# Caddyfile から import し、サイトの中に「import portal_headers」と書きます。
(portal_headers) {
	header {
${Object.entries(all)
  .map(([name, value]) => `\t\t${name} "${value}"`)
  .join('\n')}
	}
	header ?Content-Security-Policy "${sitePolicy}"
	header ?Cache-Control "${caching.others}"
${attachments
  .map(
    ({ endings, policy }, index) =>
      `\t@portal_files_${index} path ${endings.map((ending) => `*${ending}`).join(' ')}\n\theader @portal_files_${index} Content-Security-Policy "${policy}"`,
  )
  .join('\n')}
	@portal_lasting path ${caching.below}*
	header @portal_lasting Cache-Control "${caching.lasting}"
}
`;
