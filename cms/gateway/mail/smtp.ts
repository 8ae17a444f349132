import type { SendMailOptions } from 'nodemailer';
import type { MailSettings } from '../settings/mail-settings.ts';
import type { Sent } from './outbox.ts';
import type { Why } from './words.ts';

/** Hands a message to the server, and tells what came of it. It throws nothing. */
export type SendMessage = (message: SendMailOptions) => Promise<Sent>;

const connectMilliseconds = 10_000;
const silenceMilliseconds = 30_000;

/**
 * Makes what sends. nodemailer is loaded with the first message; each one has a talk of its own, so that a server that comes
 * back is met at once.
 */
export const createSmtp =
  ({ server }: Pick<MailSettings, 'server'>): SendMessage =>
  async (message) => {
    try {
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({
        host: server.host,
        port: server.port,
        secure: server.isEncrypted,
        requireTLS: !server.isEncrypted && server.startTls === 'required',
        ignoreTLS: server.startTls === 'none',
        ...(server.user === null
          ? {}
          : { auth: { user: server.user, pass: server.password ?? '' } }),
        connectionTimeout: connectMilliseconds,
        greetingTimeout: connectMilliseconds,
        socketTimeout: silenceMilliseconds,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        await transport.sendMail(message);
        return { kind: 'sent' };
      } finally {
        transport.close();
      }
    } catch (error) {
      return outcomeOf(error);
    }
  };

/**
 * What a failure means. Numbers from 500 on will not become a yes by waiting (RFC 5321, 4.2.1), but for those about who may
 * send at all: whoever runs the portal mends them, and the message goes then. What the server said is kept out: it may
 * repeat an address.
 */
const outcomeOf = (error: unknown): Sent => {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const answer = typeof responseCode === 'number' ? responseCode : null;
  const later = (why: Why): Sent => ({ kind: 'later', why, answer });
  const isFinal = answer !== null && answer >= 500;
  switch (code) {
    case 'EENVELOPE':
      return isFinal ? { kind: 'never', why: 'address', answer } : later('busy');
    case 'EMESSAGE':
      return isFinal ? { kind: 'never', why: 'refused', answer } : later('busy');
    case 'EAUTH':
    case 'ENOAUTH':
      return later('signIn');
    case 'ETLS':
    case 'EREQUIRETLS':
      return later('encryption');
    default:
      return answer === null ? later('away') : later('busy');
  }
};
