import { practiceHeadings } from '../../src/schema/taxonomy.ts';
import type { Random } from '../seeded-random.ts';

/** What text is made of, and what of it is no problem: a text of slips alone never reaches the page. */
type Stock = {
  /** Signs and pieces that mean something to a parser, to a browser or to a file system, alone or beside each other. */
  pieces: readonly string[];
  /** Addresses of links and pictures. */
  addresses: readonly string[];
  pictures: readonly string[];
  names: readonly string[];
  attributes: readonly string[];
};

const sound: Stock = {
  pieces: [
    ...['*', '**', '_', '~~', '~', '`', '``', '[', ']', '(', ')', '![', '|', '!', ':', '="', "'"],
    ...[
      '#',
      '- ',
      '1. ',
      '> ',
      '[^',
      '[^1]',
      '{/* x */}',
      '\\',
      '&',
      '&amp;',
      '&copy',
      '&#65;',
      '/',
    ],
    ...[
      '\n',
      '  \n',
      '\t',
      '    ',
      '---\n',
      '|-|-|\n',
      '- [ ] ',
      '$',
      '^',
      ':::',
      '&lt;b&gt;',
      '\\<',
    ],
    ...[
      'あ',
      '「',
      '」',
      '、',
      '。',
      '髙',
      '𠮟',
      'か\u3099',
      'が',
      '\u00a0',
      '\u3000',
      '\u200b',
      '\ue000',
    ],
    ...[
      'https://a.example/',
      'www.a.example',
      'a@b.example',
      'constructor',
      '%00',
      '%E0%A4',
      '../',
    ],
    ...[
      '**「',
      '」**',
      '（',
      '）**',
      '*）',
      '~~「',
      '（案）',
      '(案)',
      '((',
      '))',
      '\ufeff',
      '&nbsp;',
    ],
  ],
  addresses: [
    ...[
      'flow.png',
      './flow.png',
      'flow.png?b=1',
      'flow.png#a',
      'flow%2Epng',
      '%66low.png',
      '././flow.png',
    ],
    ...[
      'か\u3099.png',
      'が.png',
      'が.png?x#y',
      '%E3%81%8C.png',
      '%E3%81%8B%E3%82%99.png',
      '図%201.png',
    ],
    ...[
      '100%.png',
      '100%25.png',
      '',
      '#',
      '?',
      '?a',
      '.',
      './',
      '?a#',
      'index.mdx',
      './index.mdx?%',
    ],
    ...['../accepting-students/', '../accepting-students', '../accepting-students/index.mdx#課題'],
    ...[
      '../accepting-students/?a=%E0%A4',
      '../accepting-students/?a#%E8%AA%B2%E9%A1%8C',
      '../hostile/',
    ],
    ...[
      '../../../glossary/deemed-export.yaml',
      '../../../glossary/deemed-export',
      '../x/../hostile/',
    ],
    ...[
      '/map/',
      '/map/?a=%',
      '/practices/#x',
      'https://a.example/',
      'HTTP://a.example',
      'https://a.example',
    ],
    ...['tel:1', 'mailto:a@b.example', 'https://a.example/%E0%A4', 'https://例.example/あ?い#う'],
  ],
  pictures: [
    ...[
      'flow.png',
      './flow.png',
      'flow.png?b=1',
      'flow.png#a',
      'flow%2Epng',
      'か\u3099.png',
      'が.png?x#y',
    ],
    ...['%E3%81%8C.png', '%E3%81%8B%E3%82%99.png', '図%201.png', '100%25.png', '100%.png'],
  ],
  names: [
    'flow.png',
    'が.png',
    'か\u3099.png',
    '図 1.png',
    '100%.png',
    'count.csv',
    'か\u3099.csv',
  ],
  attributes: [
    '図(案)',
    '&quot;a',
    'a&#10;b',
    "'",
    '<b>',
    '{a}',
    '件',
    '&amp;lt;',
    '**a**',
    'みなし輸出',
  ],
};

const hostile: Stock = {
  pieces: [
    ...[
      '<',
      '>',
      '</',
      '/>',
      '{',
      '}',
      '{/*',
      '*/}',
      '## ',
      '[^1]: ',
      '```',
      '===\n',
      '\n\n',
      '<b>',
    ],
    ...[
      'javascript:',
      'data:',
      'import ',
      'export ',
      '\nimport a from "b"\n',
      '\nexport const a = 1\n',
    ],
    ...['%2F', '%5C', '\\..\\', '//', '{0}', '&#0;', '&#x1b;', '&#xFDD1;', '&#x110000;'],
    ...['\u2028', '\u202e', '\ufdd0', '\ufdd3', '\uffff', '\u0085', '\r', '\u0000', '\ud800'],
  ],
  addresses: [
    ...[
      'FLOW.png',
      '図 1.png',
      'a%2Fb.png',
      '..%2F..%2Fa.png',
      '..%5C..%5Ca.png',
      'a\\b.png',
      '.\\flow.png',
    ],
    ...[
      'count.csv',
      '#ない',
      '..',
      '../',
      '../../',
      '../accepting-students/flow.png',
      '../nothing/',
    ],
    ...[
      '../../../glossary/deemed-export.yaml#a',
      '../../../../../../etc/passwd',
      '/map',
      '/\\a.example',
    ],
    ...['/glossary/deemed-export/', '//a.example/', 'https://a@b.example/', 'javascript:alert(1)'],
    ...[
      'java\tscript:alert(1)',
      'data:text/html,a',
      'mailto:%0a',
      'https:a',
      'https:///a',
      'https://',
    ],
    ...['https://[', 'a:b', ':', '%', '%F0%9F', '&#106;avascript:a', 'constructor', '__proto__'],
    ...['hasOwnProperty', 'a'.repeat(300), 'flow.png%00', 'flow.png%20'],
  ],
  pictures: [
    '',
    '#a',
    '?a',
    '/map/',
    '/flow.png',
    'https://a.example/a.png',
    '.',
    'index.mdx',
    'none.png',
  ],
  names: [
    ...['none.png', '../flow.png', 'a\\flow.png', 'flow.PNG', '.png', 'flow.png ', 'a&amp;b.png'],
    ...['sheet.pdf', '"', '', 'か\u3099.pdf', 'flow.png?b=1', '%66low.png'],
  ],
  attributes: ['', ' ', '&#0;', '&#x202e;', '"', 'a\nb', '\u0000'],
};

const words = [
  'みなし輸出',
  '手順(案)',
  'A b',
  '利益相反',
  'x',
  '1',
  '担当',
  'さくら大学',
  '（案）',
];
const headings = practiceHeadings;

/** Texts as people do not write them. */
export type HostileText = {
  /** The body of an entry. */
  body(): string;
  /** A text with changes that a slip, a program or an enemy could make. */
  mutated(text: string): string;
};

/**
 * Makes bodies by a grammar: blocks of blocks and lines, lines of spans, and signs where none should be.
 * @param random makes the same of the same seed
 * @param mostRepeats how often a piece may follow itself
 */
export const hostileText = (random: Random, mostRepeats: number): HostileText => {
  /** How often something hostile is taken; each text has its own share, and half of the texts none. */
  let share = 0;
  const from = (kind: keyof Stock): string =>
    random.pick(random.chance(share) ? hostile[kind] : sound[kind]);
  const noise = (): string =>
    Array.from({ length: 1 + random.below(6) }, () => from('pieces')).join('');
  const plain = (): string =>
    random.chance(0.15)
      ? noise()
      : Array.from({ length: 1 + random.below(3) }, () => random.pick(words)).join('');
  const address = (): string => from('addresses');
  const fileName = (ending: string): string => {
    const name = from('names');
    return name.endsWith(ending) || random.chance(share)
      ? name
      : ending === 'csv'
        ? 'count.csv'
        : 'flow.png';
  };
  const attribute = (): string => from('attributes');

  const spans: ((depth: number) => string)[] = [
    (depth) => `**${span(depth)}**`,
    (depth) => `*${span(depth)}*`,
    (depth) => `~~${span(depth)}~~`,
    () => `\`${noise()}\``,
    (depth) => `[${span(depth)}](${address()})`,
    (depth) => `[${span(depth)}](<${address()}> "${plain()}")`,
    () => `![${plain()}](${from('pictures')})`,
    (depth) => `[${span(depth)}][a]`,
    () => '[^1]',
    () => `{/* ${plain()} */}`,
    () => `<ruby>${plain()}<rt>${plain()}</rt></ruby>`,
    () => '<br />',
    () => `\\${from('pieces')}`,
    () => `${address()}を`,
    () => from('pieces'),
  ];
  const span = (depth: number): string =>
    depth <= 0 || random.chance(0.5) ? plain() : random.pick(spans)(depth - 1);
  const line = (): string =>
    Array.from({ length: 1 + random.below(4) }, () => span(3)).join(random.pick(['', ' ', '、']));

  const indented = (text: string, sign: string): string =>
    sign + text.replaceAll('\n', `\n${sign.trim() === '>' ? '> ' : '  '}`);
  const blocks: ((depth: number) => string)[] = [
    () =>
      random.chance(share)
        ? `${random.pick(['#', '##'])} ${line()}`
        : `${random.pick(['###', '####', '#####'])} ${line()}`,
    (depth) => indented(block(depth), random.pick(['- ', '1. ', '> ', '* ', '+ ', '12) '])),
    () => `- [${random.pick(['x', ' '])}] ${line()}`,
    () => `${plain()}\n: ${line()}`,
    () => `|${line()}|${line()}|\n|-|${random.pick([':-:', '--:', '-'])}|\n|${line()}|${line()}|`,
    () => `\`\`\`\n${noise()}\n\`\`\``,
    () => `    ${noise()}`,
    () => `[^${random.pick(['1', 'a', '1'])}]: ${line()}`,
    () => `[a]: ${address()}`,
    (depth) =>
      `<Callout kind="${random.chance(share) ? 'x' : random.pick(['note', 'caution'])}" title="${attribute()}">\n\n${block(depth)}\n\n</Callout>`,
    (depth) => `<Steps>\n\n1. ${block(depth)}\n\n</Steps>`,
    () => `<Figure src="${fileName('png')}" alt="${attribute()}">${plain()}</Figure>`,
    () => `<Figure src="${fileName('png')}" alt="図" />`,
    () =>
      `<Chart data="${fileName('csv')}" title="${attribute()}" denominator="10件" unit="${attribute()}" />`,
    () => `{/*\n\n${noise()}\n\n*/}`,
    () => '---',
  ];
  const hostileBlocks: ((depth: number) => string)[] = [
    () => `<Download file="${fileName('pdf')}" />`,
    () => `## ${line()}`,
    () => noise(),
    () => `<${random.pick(['Callout', 'Figure', 'script', 'b', 'ruby', 'Steps', 'a'])} ${noise()}`,
  ];
  const block = (depth: number): string =>
    depth <= 0 || random.chance(0.4)
      ? line()
      : random.pick(random.chance(share) ? hostileBlocks : blocks)(depth - 1);
  const repeated = (): string => {
    const piece = random.pick([noise, line, () => from('pieces'), () => `${block(2)}\n\n`])();
    return piece.repeat(
      1 + random.below(Math.max(1, Math.floor(mostRepeats / Math.max(1, piece.length)))),
    );
  };

  const shares = [0, 0, 0, 0.02, 0.2];
  const mutated = (text: string): string => {
    share = random.pick(shares);
    let changed = text;
    for (let count = 1 + random.below(4); count > 0; count -= 1) {
      const at = random.below(changed.length + 1);
      const end = Math.min(changed.length, at + 1 + random.below(40));
      const [before, cut, after] = [
        changed.slice(0, at),
        changed.slice(at, end),
        changed.slice(end),
      ];
      changed = random.pick([
        () => before + after,
        () => before + cut + cut + after,
        () => before + from('pieces') + cut + after,
        () => before + noise() + after,
        () => before + cut.normalize('NFD') + after,
        () => before + cut.toUpperCase() + after,
        () => before + [...cut].reverse().join('') + after,
        () => changed.replace(/\]\([^)]*\)/, () => `](${address()})`),
        () => changed.replace(/"[^"]*"/, () => `"${fileName('png')}"`),
        () => before + repeated() + after,
      ])();
    }
    return changed;
  };

  return {
    body: () => {
      share = random.pick(shares);
      const parts = Array.from({ length: 1 + random.below(6) }, () => block(3));
      if (random.chance(0.2)) parts.splice(random.below(parts.length), 0, repeated());
      for (const heading of headings)
        if (random.chance(0.1)) parts.push(`## ${heading}\n\n${line()}`);
      return `${parts.join(random.pick(['\n\n', '\n\n', '\n']))}\n`;
    },
    mutated,
  };
};
