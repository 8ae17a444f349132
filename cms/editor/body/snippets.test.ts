import { describe, expect, it } from 'vitest';
import { type ComponentName, components } from '../../../src/schema/body.ts';
import { practiceHeadings } from '../../../src/schema/taxonomy.ts';
import { insertions } from './insertions.ts';
import {
  blockChange,
  changed,
  componentText,
  footnoteChanges,
  lineStartChange,
  linkText,
  numbered,
  type Selected,
  skeletonText,
  tableText,
} from './snippets.ts';

const at = (text: string): Selected => ({
  text: text.replaceAll('|', ''),
  start: text.indexOf('|'),
  end: text.lastIndexOf('|') - (text.indexOf('|') === text.lastIndexOf('|') ? 0 : 1),
});
const putBlock = (text: string, block: string) =>
  changed(at(text), blockChange(at(text), block)).text;

describe('a block', () => {
  it('stands apart from what is before and after it', () => {
    expect(putBlock('前|後', '挿入')).toBe('前\n\n挿入\n\n後');
    expect(putBlock('前\n|\n後', '挿入')).toBe('前\n\n挿入\n\n後');
    expect(putBlock('前\n\n|\n\n後', '挿入')).toBe('前\n\n挿入\n\n後');
  });

  it('begins and ends a text without empty lines', () => {
    expect(putBlock('|', '挿入')).toBe('挿入\n');
  });

  it('takes the place of what is selected', () => {
    expect(putBlock('前\n\n|選択|\n\n後', '挿入')).toBe('前\n\n挿入\n\n後');
  });
});

describe('a component', () => {
  it('has its attributes as literal texts, and nothing for what was left blank', () => {
    expect(componentText('Figure', { src: '流れ.png', alt: '手続きの流れ' }, '図1')).toBe(
      '<Figure src="流れ.png" alt="手続きの流れ">\n図1\n</Figure>',
    );
    expect(componentText('Download', { file: '誓約書.pdf' }, '')).toBe(
      '<Download file="誓約書.pdf" />',
    );
    expect(componentText('Callout', { kind: 'note', title: '' }, '文')).toBe(
      '<Callout kind="note">\n\n文\n\n</Callout>',
    );
  });

  it('keeps signs of the grammar inside its attributes', () => {
    expect(componentText('Callout', { kind: 'note', title: 'A&B "手引"\n改' }, '文')).toContain(
      'title="A&amp;B &quot;手引&quot; 改"',
    );
  });

  it('of steps is numbered', () => {
    expect(numbered('申請する\n\n 確認する ')).toBe('1. 申請する\n2. 確認する');
  });
});

it('a table has as many cells in each row as headings', () => {
  expect(tableText(['項目', 'A|B'], 1)).toBe('| 項目 | A\\|B |\n| --- | --- |\n|   |   |');
});

describe('a footnote', () => {
  const add = (text: string, note: string) =>
    footnoteChanges(at(text), note).reduce(changed, at(text)).text;

  it('has its sign at the cursor and its text at the end', () => {
    expect(add('前|後\n', '注')).toBe('前[^1]後\n\n[^1]: 注\n');
  });

  it('is counted on from those of the other boxes', () => {
    const [, sign] = footnoteChanges({ ...at('前|'), whole: '一[^1]\n\n前\n\n[^1]: 注' }, '次');
    expect(sign?.by).toBe('[^2]');
  });

  it('is counted on from those that there are', () => {
    expect(add('前[^2]|\n\n[^2]: 注\n', '次')).toBe('前[^2][^3]\n\n[^2]: 注\n[^3]: 次\n');
  });
});

it('a list has its sign before each line that is selected', () => {
  const lines = at('一\n|二\n三|\n四');
  expect(
    changed(
      lines,
      lineStartChange(lines, () => '- '),
    ).text,
  ).toBe('一\n- 二\n- 三\n四');
});

it('a list has no second mark beside its own', () => {
  const lines = at('|① 申告書\n(2) 誓約書\n３．写し\n・ほか\n10 人\n第1章|');
  const numbered = changed(
    lines,
    lineStartChange(lines, (place) => `${place + 1}. `),
  ).text;
  expect(numbered).toBe('1. 申告書\n2. 誓約書\n3. 写し\n4. ほか\n5. 10 人\n6. 第1章');
  const heading = at('|１．課題|');
  expect(
    changed(
      heading,
      lineStartChange(heading, () => '## '),
    ).text,
  ).toBe('## １．課題');
});

it('a link keeps brackets and spaces apart from its signs', () => {
  expect(linkText('手引[改]', ' 様式 1.pdf ')).toBe('[手引\\[改\\]](<様式 1.pdf>)');
});

it('the skeleton has the headings that the text lacks, in their order', () => {
  expect(skeletonText('').match(/^## .+$/gm)).toEqual(practiceHeadings.map((name) => `## ${name}`));
  expect(skeletonText('## 課題\n\n文\n\n## 手順\n').match(/^## .+$/gm)).toEqual([
    '## 経緯・根拠',
    '## 対象・基準',
    '## 体制',
    '## 様式',
    '## つまずき',
    '## 工数・費用',
    '## 問い合わせ先',
  ]);
});

describe('the buttons', () => {
  it('offer every component that a person would place', () => {
    const offered = insertions.map(({ name }) => name);
    const parts: ComponentName[] = ['rt', 'rp', 'br'];
    for (const name of Object.keys(components) as ComponentName[]) {
      if (!parts.includes(name)) expect(offered).toContain(name);
    }
    expect(offered).toContain('table');
    expect(offered).toContain('footnote');
  });

  it('ask for every attribute that is required, in Japanese', () => {
    for (const insertion of insertions) {
      const rules = components[insertion.name as ComponentName]?.attributes ?? {};
      for (const [name, rule] of Object.entries(rules)) {
        const asked = insertion.questions.find((question) => question.name === name);
        expect(asked?.isRequired).toBe('required' in rule && rule.required === true);
      }
      for (const { label } of insertion.questions) expect(label).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    }
  });
});
