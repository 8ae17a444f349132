/** A copy that a browser can parse without complaint, and the style sheets that it brought. */
export type InertHtml = { html: string; sheets: string[] };

/** What the styles of an element are called then. */
export const lookAttribute = 'data-portal-look';

/** The attributes that are read. */
const kept = new Set(
  (
    'align alt aria-checked aria-level checked class colspan data-aria-level data-listid height hidden href id role rowspan ' +
    'span src start type value width'
  ).split(' '),
);

/**
 * Takes out of a copy what the page's policy forbids, styles and what runs, and every attribute that is not read: a
 * browser complains of each while it parses, though nobody ever sees the document and nothing of it runs.
 */
export const inertHtml = (html: string): InertHtml => {
  const sheets: string[] = [];
  const parts: string[] = [];
  const lower = html.toLowerCase();
  let from = 0;
  for (let at = lower.indexOf('<style'); at !== -1; at = lower.indexOf('<style', from)) {
    parts.push(html.slice(from, at));
    const end = lower.indexOf('</style', at);
    sheets.push(html.slice(html.indexOf('>', at) + 1, end === -1 ? undefined : end));
    const close = end === -1 ? -1 : html.indexOf('>', end);
    from = close === -1 ? html.length : close + 1;
  }
  parts.push(html.slice(from));
  const tags = parts.join('').replace(tag, inertTag);
  return { html: tags, sheets };
};

/** A tag whose values may hold its own end; else to the first end there is. */
const tag = /<[a-z](?:"[^"<]*"|'[^'<]*'|[^<>"'])*>|<[a-z][^<>]*>/gi;
/** A value with what begins it, or the name of an attribute that has one. */
const valueOrName = /=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)|([^\s"'<>/=]+)(?=\s*=)/g;

const inertTag = (written: string): string =>
  written.replace(valueOrName, (part, name: string | undefined) => {
    if (name === undefined || kept.has(name.toLowerCase())) return part;
    return name.toLowerCase() === 'style' ? lookAttribute : 'data-portal-left';
  });
