/**
 * Parts of the portal by which requests are told apart in log and figures. A closed list: an address itself may hold what
 * somebody searched for, or a link that approves.
 */
export const routeGroups = ['site', 'editor', 'desk', 'sign-in', 'link', 'other'] as const;
export type RouteGroup = (typeof routeGroups)[number];

/** The way by which somebody acts, for the record of who did what. */
export const wayIn = {
  site: 'site',
  editor: 'protocol',
  desk: 'form',
  'sign-in': 'sign-in',
  link: 'link',
  other: 'other',
} as const satisfies Record<RouteGroup, string>;

/**
 * To which part an address belongs.
 * @param target of a request: a path with what follows it
 * @param basePath under which the site stands; begins and ends with a slash
 */
export const routeGroupOf = (target: string, basePath = '/'): RouteGroup => {
  const [path = ''] = target.split(/[?#]/, 1);
  if (!path.startsWith('/')) return 'other';
  const whole = path.startsWith(basePath) ? path.slice(basePath.length - 1) : path;
  const [, first = '', second = ''] = path.startsWith('/admin')
    ? path.split('/')
    : whole.split('/');
  if (first === 'approve' || first === 'invitation') return 'link';
  if (first !== 'admin') return 'site';
  if (second === 'desk') return 'desk';
  return second === 'session' || second.startsWith('sign') ? 'sign-in' : 'editor';
};
