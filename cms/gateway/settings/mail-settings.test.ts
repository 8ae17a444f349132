import { expect, it } from 'vitest';
import { GatewaySettingsError, readGatewaySettings } from '../settings.ts';

const whole = {
  GATEWAY_ORIGIN: 'https://portal.example',
  MAIL_SMTP_URL: 'smtp://mail.example',
  MAIL_FROM: '共有ポータル <portal@portal.example>',
  MAIL_OFFICE_TO: 'office@network.example',
};
const complaint = (env: Record<string, string>): string => {
  try {
    readGatewaySettings(env);
  } catch (error) {
    if (error instanceof GatewaySettingsError) return error.message;
    throw error;
  }
  return '';
};

it('is off where no server is set, and read where one is', () => {
  expect(readGatewaySettings({}).mail).toBeNull();
  expect(readGatewaySettings(whole).mail).toMatchObject({
    server: { host: 'mail.example', port: 587, isEncrypted: false, startTls: 'required' },
    from: { name: '共有ポータル', address: 'portal@portal.example' },
    office: { name: '', address: 'office@network.example' },
    addressesFile: null,
  });
  const encrypted = readGatewaySettings({ ...whole, MAIL_SMTP_URL: 'smtps://mail.example' });
  expect(encrypted.mail?.server).toMatchObject({ port: 465, isEncrypted: true });
});

it('names what is missing or does not go together, with its mend', () => {
  const { MAIL_FROM: _, ...lacking } = whole;
  expect(complaint(lacking)).toContain('MAIL_FROM');
  expect(complaint({ MAIL_OFFICE_TO: 'office@network.example' })).toContain('MAIL_SMTP_URL');
  expect(complaint({ ...whole, MAIL_SMTP_URL: 'smtp://u:p@mail.example' })).toContain('MAIL_USER');
  expect(complaint({ ...whole, MAIL_SMTP_URL: 'http://mail.example' })).toContain('MAIL_SMTP_URL');
  expect(complaint({ ...whole, MAIL_FROM: 'a@x.example, b@y.example' })).toContain('MAIL_FROM');
  expect(complaint({ ...whole, MAIL_ADDRESS_BOOK: '/nowhere' })).toContain('MAIL_ADDRESS_BOOK');
  expect(complaint({ ...whole, MAIL_USER: 'portal' })).toContain('MAIL_PASSWORD');
  const open = { ...whole, MAIL_USER: 'portal', MAIL_PASSWORD: 'x', MAIL_TLS: 'if-offered' };
  expect(complaint(open)).toContain('MAIL_TLS');
  expect(complaint({ ...open, MAIL_SMTP_URL: 'smtps://mail.example' })).toBe('');
});
