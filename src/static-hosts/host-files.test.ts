import { expect, it } from 'vitest';
import { policyOfFile } from '../file-policies.ts';
import { attachmentEndings } from '../schema/body.ts';
import { headerRules } from './header-rules.ts';
import { hostFiles } from './host-files.ts';

const rules = headerRules('/');
const textFor = (host: Parameters<typeof hostFiles>[0], drawings: string[] = []) =>
  hostFiles(host, rules, drawings)
    .map(({ text }) => text)
    .join('\n');
const types: Record<string, string> = { '.pdf': 'application/pdf', '.svg': 'image/svg+xml' };

it('every file that may be sent in has the policy that the gateway gives it', () => {
  for (const ending of attachmentEndings) {
    const [own, ...others] = rules.attachments.filter(({ endings }) => endings.includes(ending));
    expect(own?.policy).toBe(policyOfFile(types[ending] ?? 'application/zip'));
    expect(others).toEqual([]);
  }
});

it('a host that reads _headers is told each drawing, and never two policies of one file', () => {
  const text = textFor('files', ['/practices/sakura-u/a/%E5%9B%B3.svg']);
  expect(text).toContain('/*\n  X-Content-Type-Options: nosniff');
  expect(text).toMatch(
    /\/practices\/sakura-u\/a\/%E5%9B%B3\.svg\n {2}Content-Security-Policy: .*sandbox/,
  );
  expect(text.match(/Content-Security-Policy/g)).toHaveLength(1);
});

it('nginx finds the policy by the name, whatever capitals that has', () => {
  const [, pattern = ''] = /"~\*(.*svg.*)" "/.exec(textFor('nginx')) ?? [];
  expect('/a/図.SVG').toMatch(new RegExp(pattern, 'i'));
  expect('/a/svg/').not.toMatch(new RegExp(pattern, 'i'));
  expect(textFor('nginx')).toContain('add_header Content-Security-Policy $portal_policy always;');
});

it('Caddy is told what holds for all as what nothing else has said', () => {
  expect(textFor('caddy')).toMatch(/\theader \?Content-Security-Policy "object-src/);
  expect(textFor('caddy')).toMatch(/\theader \?Cache-Control "no-cache"/);
});

it.each(['files', 'nginx', 'caddy'] as const)('%s is told to keep what never changes', (host) => {
  expect(textFor(host)).toMatch(/\/assets\/[\s\S]*immutable/);
});
