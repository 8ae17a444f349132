import type { NamedContributor } from '../../wire/contributor.ts';

/**
 * Under what this browser keeps what somebody typed: their office, and, where persons are known, who of it they are. Nobody
 * else is given it, of the same office either.
 */
export const keptPerson = ({ name, mark }: NamedContributor): string =>
  mark === undefined ? name : `${name}（${mark}）`;
