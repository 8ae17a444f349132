import { z } from 'zod';
import { howToWriteKeys, type KeyRing, keyRing } from './key-ring.ts';
import { settingGroup } from './setting-group.ts';

/** Names divided by spaces or commas; at least one where the setting must not be empty. */
const names = (usual: string) =>
  z
    .string()
    .default(usual)
    .transform((text) => text.split(/[\s,]+/).filter((name) => name !== ''))
    .refine((all) => all.every((name) => /^[\x21-\x7e]{1,200}$/.test(name)));

const howToWriteClaims =
  '属性の名前を、空白で区切って指定してください。先に書いたものから探し、値のあった最初のものを使います。';

/** By whom people are signed in, where it is not chosen on this machine, and for how long. */
export const providerSettings = settingGroup({
  shape: {
    OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    OIDC_CLIENT_ID: z.string().min(1).max(500).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).max(2000).optional(),
    OIDC_SCOPES: names('openid').refine((all) => all.includes('openid')),
    OIDC_CLAIM_PRINCIPAL: names(
      'eduperson_principal_name eduPersonPrincipalName edu_person_principal_name',
    ),
    OIDC_CLAIM_HOME: names('schac_home_organization schacHomeOrganization'),
    OIDC_CLAIM_AFFILIATION: names(
      'eduperson_scoped_affiliation eduPersonScopedAffiliation edu_person_scoped_affiliation',
    ),
    OIDC_CLAIM_PROVIDER: names('idp_entity_id identity_provider'),
    OIDC_AFFILIATIONS: names(''),
    SESSION_SECRETS: keyRing.optional(),
    SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(1440).default(120),
    SESSION_HOURS: z.coerce.number().int().min(1).max(24).default(12),
  },
  meanings: {
    OIDC_ISSUER:
      'サインインを受け持つ認証サーバー（OpenID Connect）のアドレスを指定してください。例：https://sso.example.ac.jp',
    OIDC_CLIENT_ID: '認証サーバーに登録したこのサイトの番号（クライアントID）を指定してください。',
    OIDC_CLIENT_SECRET:
      '認証サーバーに登録したこのサイトの秘密の文字列（クライアントシークレット）を指定してください。',
    OIDC_SCOPES:
      '認証サーバーに頼む範囲を、openid を含めて空白で区切って指定してください。例：openid profile eduperson',
    OIDC_CLAIM_PRINCIPAL: `eduPersonPrincipalName にあたる${howToWriteClaims}`,
    OIDC_CLAIM_HOME: `schacHomeOrganization にあたる${howToWriteClaims}`,
    OIDC_CLAIM_AFFILIATION: `eduPersonScopedAffiliation にあたる${howToWriteClaims}`,
    OIDC_CLAIM_PROVIDER: `どの機関の認証サーバーが認めたか（entityID）にあたる${howToWriteClaims}`,
    OIDC_AFFILIATIONS:
      'サインインできる身分を限るときは、空白で区切って指定してください。例：faculty staff',
    SESSION_SECRETS: `サインインしていることを封じる鍵を、${howToWriteKeys}`,
    SESSION_IDLE_MINUTES:
      '操作がないときにサインインが終わるまでの時間を、5 から 1440 までの数（分）で指定してください。',
    SESSION_HOURS:
      '操作が続いていてもサインインが終わるまでの時間を、1 から 24 までの数（時間）で指定してください。',
  },
});

type Given = z.output<z.ZodObject<typeof providerSettings.shape>>;

/** Where a claim may stand, by the official name of what it tells. Several names: the first that has a value counts. */
export type ClaimNames = {
  readonly eduPersonPrincipalName: readonly string[];
  readonly schacHomeOrganization: readonly string[];
  readonly eduPersonScopedAffiliation: readonly string[];
  /** Who vouched, where the provider passes on what others say. */
  readonly identityProvider: readonly string[];
};

/** The provider of OpenID Connect, how its claims are read, and for how long somebody stays signed in. */
export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  readonly claims: ClaimNames;
  /** Which affiliations are let in, in lower case; all where it is empty. */
  readonly affiliations: readonly string[];
  readonly secrets: KeyRing;
  readonly idleSeconds: number;
  readonly longestSeconds: number;
};

/** Takes the settings of this group out of all; null where something is missing that it cannot do without. */
export const readProviderSettings = (given: Given): ProviderSettings | null => {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, SESSION_SECRETS } = given;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !SESSION_SECRETS) return null;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    scopes: given.OIDC_SCOPES,
    claims: {
      eduPersonPrincipalName: given.OIDC_CLAIM_PRINCIPAL,
      schacHomeOrganization: given.OIDC_CLAIM_HOME,
      eduPersonScopedAffiliation: given.OIDC_CLAIM_AFFILIATION,
      identityProvider: given.OIDC_CLAIM_PROVIDER,
    },
    affiliations: given.OIDC_AFFILIATIONS.map((name) => name.toLowerCase()),
    secrets: SESSION_SECRETS,
    idleSeconds: given.SESSION_IDLE_MINUTES * 60,
    longestSeconds: given.SESSION_HOURS * 60 * 60,
  };
};

/**
 * What is wrong with `SIGN_IN=oidc` beside the rest, in a sentence for each; none where it can be used.
 * @param isHere whether an address is of this machine, where nothing has to be encrypted on its way
 */
export const wrongOfProvider = (
  given: Given & { readonly GATEWAY_ORIGIN?: string | undefined; readonly MEMBER_KEYS?: unknown },
  isHere: (host: string) => boolean,
): readonly string[] => {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, SESSION_SECRETS } = given;
  const { GATEWAY_ORIGIN, MEMBER_KEYS } = given;
  const needed = {
    GATEWAY_ORIGIN,
    OIDC_ISSUER,
    OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET,
    SESSION_SECRETS,
    MEMBER_KEYS,
  };
  const lacking = Object.entries(needed).filter(([, value]) => value === undefined);
  const open = Object.entries({ GATEWAY_ORIGIN, OIDC_ISSUER }).filter(
    ([, value]) =>
      value !== undefined &&
      new URL(value).protocol === 'http:' &&
      !isHere(new URL(value).hostname),
  );
  return [
    ...lacking.map(
      ([name]) =>
        `環境変数 SIGN_IN が oidc のときは ${name} が要りますので、${name} を指定するか、SIGN_IN の指定をやめてください。`,
    ),
    ...open.map(
      ([name]) =>
        `環境変数 ${name} が使えません。サインインを途中で読まれないように、https:// で始まるアドレスを指定してください。`,
    ),
  ];
};
