import type { Random } from '../seeded-random.ts';

/** A text that costs a careless reader much, of about a size in UTF-16 units. */
export type HostileText = { readonly name: string; make(size: number, random: Random): string };

const repeated = (part: string) => (size: number) =>
  part.repeat(Math.max(1, Math.floor(size / part.length)));

const nested = (open: string, close: string) => (size: number) => {
  const count = Math.max(1, Math.floor(size / (open.length + close.length)));
  return open.repeat(count) + close.repeat(count);
};

/** Bodies: below a sound front matter. */
export const hostileBodies: readonly HostileText[] = [
  ...[
    '&amp;',
    '&#x3042;',
    '&#99999999;',
    '{/**/}',
    '{/* */ ',
    '**「',
    '**「あ」**い',
    '*a_ ',
    '_あ*',
    '~~a',
    '[',
    '![',
    '[](',
    '[a](',
    '[a](<b',
    '](',
    '[^a]: b\n\n',
    '[^a]',
    '`',
    '``a`',
    '<',
    '<a ',
    '<Figure ',
    '<!--',
    '<?',
    '<![CDATA[',
    '{',
    '{"',
    '${',
    '$$',
    '\\',
    '&',
    '| a ',
    '|\n',
    ':::note\n',
    '> ',
    '- ',
    '1. ',
    '# ',
    '# あ\n\n',
    'a@b.c ',
    'http://a.b ',
    'www.',
    '\t',
    ' ',
    '\n',
    '\n\n\u00a0',
    'あ\u200b',
    '\u202e',
    'e\u0301',
    '<Figure src="a.png" alt="あ" />\n\n',
    '[a]: b\n',
    '[a](./a.pdf)\n',
    '---\n',
    '===\n',
    '- [ ] a\n',
  ].map((part) => ({ name: `${JSON.stringify(part)} again and again`, make: repeated(part) })),
  { name: 'quotes in quotes', make: (size) => `${repeated('> ')(size)}あ` },
  { name: 'lists in lists', make: (size) => steps(size, '- ') },
  { name: 'numbers in numbers', make: (size) => steps(size, '1. ') },
  { name: 'links in links', make: nested('[', '](a)') },
  { name: 'emphasis in emphasis', make: nested('*a **b ', '** c*') },
  { name: 'parts in parts', make: nested('<Steps>\n', '\n</Steps>') },
  { name: 'expressions in expressions', make: nested('{(', ')}') },
  {
    name: 'brackets in an attribute',
    make: (size) => `<Figure src={${nested('[', ']')(size)}} />`,
  },
  {
    name: 'many definitions and one reference each',
    make: (size) =>
      Array.from({ length: size / 24 }, (_, i) => `[r${i}]: ./a${i}\n[あ][r${i}]\n`).join('\n'),
  },
  {
    name: 'a table as wide as it is long',
    make: (size) => {
      const columns = Math.floor(Math.sqrt(size / 3));
      const line = (cell: string) => `|${`${cell}|`.repeat(columns)}\n`;
      return line('あ') + line('-') + line('あ').repeat(columns);
    },
  },
  {
    name: 'headings of one name',
    make: (size) => Array.from({ length: size / 8 }, () => '## 手順\n').join('\n'),
  },
  {
    name: 'fences that grow',
    make: (size) => {
      const lines: string[] = [];
      for (let count = 3, total = 0; total < size; count += 1, total += count) {
        lines.push('`'.repeat(count));
      }
      return lines.join('\n');
    },
  },
  {
    name: 'runs of backticks that never match',
    make: (size) => {
      let text = '';
      for (let count = 1; text.length < size; count += 1) text += `a${'`'.repeat(count)} `;
      return text;
    },
  },
  { name: 'one line', make: (size) => 'あ'.repeat(size) },
  {
    name: 'noise of syntax',
    make: (size, random) => {
      const marks = [...'*_`~[](){}<>!|#-:;&\\/\n\n 「」あa1'];
      return Array.from({ length: size }, () => random.pick(marks)).join('');
    },
  },
];

const steps = (size: number, mark: string): string => {
  let text = '';
  for (let depth = 0; text.length < size; depth += 1) text += `${'  '.repeat(depth)}${mark}あ\n`;
  return text;
};

/** Lines of a front matter, beside sound ones. */
export const hostileFields: readonly HostileText[] = [
  ...[
    ': [',
    '# : [',
    '[',
    '{',
    '{a: ',
    '- ',
    '? ',
    '"\\x00',
    "'",
    '&a ',
    '*a ',
    '!!str ',
    '<<: ',
    '|\n ',
    '>\n ',
    '%TAG ! a\n',
    '--- ',
    '\u0000',
    '\u2028',
    'あ: ',
  ].flatMap((part) => [
    { name: `summary: ${JSON.stringify(part)} again and again`, make: field(part) },
    { name: `# ${JSON.stringify(part)} again and again`, make: comment(part) },
  ]),
  {
    name: 'aliases of aliases',
    make: (size) => {
      const count = Math.min(2000, Math.max(4, Math.floor(size / 60)));
      return Array.from({ length: count }, (_, i) =>
        i === 0
          ? 'k0: &a0 [あ, あ]'
          : `k${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]`,
      ).join('\n');
    },
  },
  {
    name: 'many keys',
    make: (size) => Array.from({ length: size / 10 }, (_, i) => `k${i}: あ`).join('\n'),
  },
  {
    name: 'one key again and again',
    make: (size) => Array.from({ length: size / 10 }, () => 'title: あ').join('\n'),
  },
  {
    name: 'depth by spaces',
    make: (size) => {
      let text = '';
      for (let depth = 0; text.length < size; depth += 1) text += `${' '.repeat(depth)}a:\n`;
      return text;
    },
  },
  {
    name: 'escapes that make control characters',
    make: () => 'office: "あ\\x00\\x1b\\u202e\\ufffe\\ud800"',
  },
  { name: 'a tag of a program', make: () => 'office: !!js/function "function(){}"' },
  {
    name: 'a key of every object',
    make: () => '__proto__: { polluted: 1 }\nconstructor: { a: 1 }',
  },
];

function field(part: string) {
  return (size: number) => `office: ${repeated(part)(size)}`;
}
function comment(part: string) {
  return (size: number) => `# ${repeated(part)(size)}`;
}
