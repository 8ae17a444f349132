/** Why something about members was not done: one Japanese sentence for whoever asked, and of which kind it is. */
export type RefusedByMembers = {
  readonly kind: 'refused';
  readonly code: 'not-allowed' | 'not-there' | 'unusable';
  readonly reason: string;
};

/** Makes a refusal. */
export const refusal = (code: RefusedByMembers['code'], reason: string): RefusedByMembers => ({
  kind: 'refused',
  code,
  reason,
});
