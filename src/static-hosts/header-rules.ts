import { attachmentPolicy, headersOfAll, keptForever, sitePolicy } from '../file-policies.ts';
import { attachmentEndings } from '../schema/body.ts';

/** What a host for files has to say of some of them. */
export type HeaderRules = {
  /** Of every file. */
  readonly all: Readonly<Record<string, string>>;
  /** Of whatever has no policy of its own: pages, and what they load. */
  readonly sitePolicy: string;
  /** The policy of files that somebody sent in, by the endings of their names. */
  readonly attachments: readonly { readonly endings: readonly string[]; readonly policy: string }[];
  /** How long what lies where may be kept by browsers; the first that fits counts. */
  readonly caching: { readonly below: string; readonly lasting: string; readonly others: string };
};

/** The same that the gateway says (src/file-policies.ts), for hosts that know files by their names alone. */
export const headerRules = (basePath: string): HeaderRules => ({
  all: headersOfAll,
  sitePolicy,
  attachments: [
    { endings: ['.pdf'], policy: attachmentPolicy('application/pdf') },
    {
      endings: attachmentEndings.filter((ending) => ending !== '.pdf'),
      policy: attachmentPolicy('image/svg+xml'),
    },
  ],
  caching: { below: `${basePath}assets/`, lasting: keptForever, others: 'no-cache' },
});
