import type * as OpenIdClient from 'openid-client';
import type { ProviderSettings } from '../../settings/provider-settings.ts';
import { isLoopback } from '../../settings.ts';
import { SignInTrouble, troubleOf } from './sign-in-trouble.ts';

/** What has to come back unchanged from a way to the provider. */
export type Journey = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

/** What the provider said of a person, not looked at yet beyond whose it is. */
export type ProviderAnswer = {
  readonly issuer: string;
  readonly subject: string;
  /** What the provider calls its own session (`sid`); null where it does not say. */
  readonly providerSession: string | null;
  readonly claims: Readonly<Record<string, unknown>>;
};

/** Whom the provider has signed out: one of its sessions, or all of a person. */
export type SignedOutThere = {
  readonly issuer: string;
  readonly subject: string | null;
  readonly providerSession: string | null;
};

/** The provider of OpenID Connect that signs people in. It may be away when the portal starts, and later. */
export type Provider = {
  /** @throws SignInTrouble `provider-away` */
  begin(): Promise<{ readonly address: string; readonly journey: Journey }>;
  /**
   * Takes what the provider gave on the way back.
   * @param search of the address that it led back to
   * @throws SignInTrouble
   */
  finish(search: string, journey: Journey): Promise<ProviderAnswer>;
  /** Where a person signs out at the provider as well; null where it has no such page, or is away. */
  signOutAddress(): Promise<string | null>;
  /** Reads a word of the provider that it has signed somebody out. @returns null where it is none that counts */
  readLogoutToken(token: string): Promise<SignedOutThere | null>;
};

/** How long the provider may take to answer one question, and for how long what it says of itself counts, in seconds. */
const patience = 8;
const metadataCount = 24 * 60 * 60;
/** How far two clocks may be apart, in seconds. */
export const clockTolerance = 30;

/** The event of a logout token (OpenID Connect Back-Channel Logout 1.0, 2.4). */
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

type Known = {
  readonly config: OpenIdClient.Configuration;
  readonly keys: Parameters<typeof import('jose').jwtVerify>[1] | null;
  readonly at: number;
};

/**
 * Makes what speaks with the provider: authorization code flow with PKCE, state and nonce, and every signature looked at.
 * @param origin under which people, and so the provider, find the portal
 * @param onClock hears by how many seconds the provider's clock is ahead of this machine's (behind, where it is negative)
 */
export const createProvider = ({
  settings,
  origin,
  clock,
  onClock,
}: {
  settings: ProviderSettings;
  origin: string;
  clock: () => Date;
  onClock: (ahead: number) => void;
}): Provider => {
  const { clientId, clientSecret, claims: names } = settings;
  const issuer = new URL(settings.issuer);
  // Nobody waits for it where nobody signs in.
  const library = () => import('openid-client');
  let asked: Promise<Known> | null = null;

  const discover = async (): Promise<Known> => {
    const client = await library();
    const { createRemoteJWKSet } = await import('jose');
    const skew = Math.round((clock().getTime() - Date.now()) / 1000);
    const metadata = { [client.clockTolerance]: clockTolerance, [client.clockSkew]: skew };
    const basic = client.ClientSecretBasic(clientSecret);
    const post = client.ClientSecretPost(clientSecret);
    const isHere = issuer.protocol === 'http:' && isLoopback(issuer.hostname);
    const config = await client.discovery(
      issuer,
      clientId,
      metadata,
      // What nothing is said of is basic (OpenID Connect Discovery 1.0, 3).
      (server, ...rest) => {
        const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
        return (ways.includes('client_secret_basic') ? basic : post)(server, ...rest);
      },
      {
        timeout: patience,
        // Without it the signature of an ID token is not looked at.
        execute: [
          client.enableNonRepudiationChecks,
          ...(isHere ? [client.allowInsecureRequests] : []),
        ],
      },
    );
    const { jwks_uri } = config.serverMetadata();
    return {
      config,
      keys: jwks_uri
        ? createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: patience * 1000 })
        : null,
      at: clock().getTime(),
    };
  };

  /** What the provider says of itself, asked anew where it could not be asked, or was long ago. */
  const known = async (): Promise<Known> => {
    asked ??= discover();
    try {
      const found = await asked;
      if (clock().getTime() - found.at < metadataCount * 1000) return found;
      asked = discover();
      return await asked;
    } catch (error) {
      asked = null;
      throw new SignInTrouble('provider-away', error);
    }
  };

  /** Claims that stand in no ID token are asked for apart, at once: later the token may be worth nothing. */
  const withUserInfo = async (
    config: OpenIdClient.Configuration,
    token: string,
    inToken: Readonly<Record<string, unknown>> & { readonly sub: string },
  ): Promise<Readonly<Record<string, unknown>>> => {
    const isThere = (all: readonly string[]) => all.some((name) => inToken[name] !== undefined);
    const isWhole = Object.values(names).every(isThere);
    if (isWhole || !config.serverMetadata().userinfo_endpoint) return inToken;
    const client = await library();
    return { ...(await client.fetchUserInfo(config, token, inToken.sub)), ...inToken };
  };

  return {
    async begin() {
      // Asked anew each time: nobody is led to a provider that is away, and its keys are those of now when they come back.
      asked = null;
      const [client, { config }] = await Promise.all([library(), known()]);
      const journey = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: addressOfReturn(origin),
        scope: settings.scopes.join(' '),
        code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: 'S256',
        state: journey.state,
        nonce: journey.nonce,
      });
      return { address: address.href, journey };
    },

    async finish(search, { state, nonce, verifier }) {
      const [client, { config }] = await Promise.all([library(), known()]);
      // Not the address that a proxy asks this process by: the provider compares it with the one it was given.
      const current = new URL(addressOfReturn(origin) + search);
      try {
        const tokens = await client.authorizationCodeGrant(config, current, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const told = tokens.claims();
        if (!told) throw new SignInTrouble('unusable-answer');
        const ahead = told.iat - Math.floor(clock().getTime() / 1000);
        if (Math.abs(ahead) > clockTolerance) onClock(ahead);
        return {
          issuer: told.iss,
          subject: told.sub,
          providerSession: typeof told['sid'] === 'string' ? told['sid'] : null,
          claims: await withUserInfo(config, tokens.access_token, told),
        };
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble.clockAhead !== null) onClock(trouble.clockAhead);
        throw trouble;
      }
    },

    async signOutAddress() {
      try {
        const [client, { config }] = await Promise.all([library(), known()]);
        if (!config.serverMetadata().end_session_endpoint) return null;
        return client.buildEndSessionUrl(config, {
          post_logout_redirect_uri: addressAfterSignOut(origin),
        }).href;
      } catch {
        return null;
      }
    },

    async readLogoutToken(token) {
      const { keys, config } = await known();
      if (!keys) return null;
      const { jwtVerify } = await import('jose');
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer: config.serverMetadata().issuer,
          audience: clientId,
          typ: 'logout+jwt',
          maxTokenAge: '2m',
          clockTolerance,
          currentDate: clock(),
          requiredClaims: ['jti', 'events', 'exp', 'iat'],
        });
        const events: unknown = payload['events'];
        const event = (events as Record<string, unknown> | null)?.[logoutEvent];
        // One with a nonce could be an ID token that somebody made it from (2.6, 7.).
        if (typeof event !== 'object' || event === null || payload['nonce'] !== undefined)
          return null;
        const { sid } = payload;
        const subject = payload.sub ?? null;
        const providerSession = typeof sid === 'string' ? sid : null;
        if (subject === null && providerSession === null) return null;
        return { issuer: payload.iss ?? '', subject, providerSession };
      } catch (error) {
        if (isAway(error)) throw new SignInTrouble('provider-away', error);
        return null;
      }
    },
  };
};

/** Whether the keys could not be asked for, which says nothing of the token. */
const isAway = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof Error && 'code' in error && error.code === 'ERR_JWKS_TIMEOUT');

/** Where the provider leads people back to. */
export const addressOfReturn = (origin: string): string => `${origin}/admin/session/callback`;
/** Where the provider leads people to whom it has signed out. */
export const addressAfterSignOut = (origin: string): string => `${origin}/admin/session/left`;
