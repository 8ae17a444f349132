import { expect, it } from 'vitest';
import { pack } from '../../../src/attachments/office/fixtures/package-files.ts';
import {
  box,
  pptx,
  type ShowParts,
  showParts,
  slide,
} from '../../../src/attachments/office/fixtures/powerpoint-files.ts';
import { readSlides } from './read-slides.ts';

const title = box(['申告の流れ'], 'title');
const textOf = async (show: ShowParts): Promise<string> => {
  const read = await readSlides(pptx(show), { headings: 'free' });
  return read.kind === 'read' ? `${read.body}\n${read.notKept.join('\n')}` : read.reason;
};

it('paragraphs have the marks of the master, but where the layout takes them away', async () => {
  const parts = showParts({
    slides: [{ xml: slide(title + box(['出す', '確かめる'], 'body') + box(['別の枠'])) }],
  });
  const master = 'ppt/slideMasters/slideMaster1.xml';
  const layout = 'ppt/slideLayouts/slideLayout1.xml';
  const marked = String(parts[master]).replace(
    '</p:sldMaster>',
    '<p:txStyles><p:bodyStyle><a:lvl1pPr><a:buChar char="•"/></a:lvl1pPr></p:bodyStyle></p:txStyles></p:sldMaster>',
  );
  const plain = String(parts[layout]).replace(
    '</p:spTree>',
    '<p:sp><p:nvSpPr><p:cNvPr id="9" name="本文"/><p:cNvSpPr/><p:nvPr><p:ph type="body"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle><a:lvl1pPr><a:buNone/></a:lvl1pPr></a:lstStyle><a:p/></p:txBody></p:sp></p:spTree>',
  );
  const bodyOf = async (files: typeof parts) => {
    const read = await readSlides(pack(files), { headings: 'free' });
    return read.kind === 'read' ? read.body : read.reason;
  };
  expect(await bodyOf({ ...parts, [master]: marked })).toBe('- 出す\n- 確かめる\n\n別の枠');
  expect(await bodyOf({ ...parts, [master]: marked, [layout]: plain })).toBe(
    '出す\n\n確かめる\n\n別の枠',
  );
});

it('what stands on every slide by itself is no text', async () => {
  const parts = ['dt', 'ftr', 'sldNum'].map((kind) => box([`${kind}の言葉`], kind)).join('');
  expect(await textOf({ slides: [{ xml: slide(title + box(['文']) + parts) }] })).toBe('文\n');
});

it('words in groups and in newer shapes are read once', async () => {
  const group = `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="90" name="組"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${box(['組の文'])}</p:grpSp>`;
  const newer = `<mc:AlternateContent><mc:Choice Requires="a14">${box(['新しい文'])}</mc:Choice><mc:Fallback>${box(['新しい文'])}</mc:Fallback></mc:AlternateContent>`;
  expect(await textOf({ slides: [{ xml: slide(title + group + newer) }] })).toBe(
    '組の文\n\n新しい文\n',
  );
});

it.each<[string, ShowParts, string]>([
  [
    'a hidden slide',
    { slides: [{ xml: slide(title) }, { xml: slide(box(['秘密']), 'show="0"') }] },
    '非表示のスライド（スライド2）',
  ],
  [
    'a hidden shape',
    { slides: [{ xml: slide(title + box(['秘密'], '', 'hidden="1"')) }] },
    '隠れた文字（スライド1',
  ],
  [
    'a comment',
    {
      slides: [{ xml: slide(title), relations: [['c', 'comments', '../comments/comment1.xml']] }],
      files: {
        'ppt/comments/comment1.xml':
          '<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cm authorId="0"><p:text>秘密</p:text></p:cm></p:cmLst>',
      },
    },
    'コメント（スライド1',
  ],
])('%s stops the import', async (_name, show, says) => {
  const told = await textOf(show);
  expect(told).toContain(says);
  expect(told).toContain('取り込みを止めました');
  expect(told).not.toContain('秘密');
});
