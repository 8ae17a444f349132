import { expect, it } from 'vitest';
import { institutionId } from '../../../src/schema/field.ts';
import { readMailbox } from '../settings/mailbox.ts';
import { readRoleAddresses } from './role-addresses.ts';

const sakura = institutionId.parse('sakura-u');
const momiji = institutionId.parse('momiji-u');

it('reads one office a line, and the one that stands for every other', () => {
  const { of, problems } = readRoleAddresses(
    '\uFEFF# 機関の窓口\r\nsakura-u | 研究推進課 | research@sakura-u.example\r\nsakura-u | * | office@sakura-u.example\n\n',
  );
  expect(problems).toEqual([]);
  expect(of(sakura, '研究推進課')).toBe('research@sakura-u.example');
  expect(of(sakura, '国際企画課')).toBe('office@sakura-u.example');
  expect(of(sakura, null)).toBe('office@sakura-u.example');
  expect(of(momiji, '研究推進課')).toBeNull();
});

it('names every wrong line, repeats no address, and keeps the right ones', () => {
  const { of, problems } = readRoleAddresses(
    [
      'sakura-u 研究推進課 a@sakura-u.example',
      'さくら大学 | 研究推進課 | a@sakura-u.example',
      'sakura-u | | a@sakura-u.example',
      'sakura-u | 総務課 | a@sakura-u.example, b@sakura-u.example',
      'sakura-u | 研究推進課 | a@sakura-u.example',
      'sakura-u | 研究推進課 | c@sakura-u.example',
    ].join('\n'),
  );
  expect(problems.map((problem) => problem.slice(0, 4))).toEqual([
    '1行目：',
    '2行目：',
    '3行目：',
    '4行目：',
    '6行目：',
  ]);
  expect(problems.join('')).not.toMatch(/[abc]@/);
  expect(of(sakura, '研究推進課')).toBe('a@sakura-u.example');
});

it('takes one plain address, however its name is quoted, and nothing that could be read as two', () => {
  expect(readMailbox('事務局 <office@network.example>')).toEqual({
    name: '事務局',
    address: 'office@network.example',
  });
  expect(readMailbox('"Office, Network" <office@network.example>')?.name).toBe('Office, Network');
  expect(readMailbox('office@network.example')?.name).toBe('');
  for (const wrong of [
    '',
    'a@x.example, b@y.example',
    'a <a@x.example>, b <b@y.example>',
    'a <a@x.example>\r\nBcc: <b@y.example>',
    '"a@x.example" <b@y.example>',
    '"a b"@x.example',
    'a@x.example>, <b@y.example',
    'a@[127.0.0.1]',
    'a@localhost',
    '@x.example:a@y.example',
    'ä@x.example',
    'a@x..example',
    'a\u202e@x.example',
  ]) {
    expect(readMailbox(wrong), wrong).toBeNull();
  }
});
