import { describe, expect, it } from 'vitest';
import { docx, p, r } from '../fixtures/word-files.ts';
import { readOffice } from '../read-office.ts';

const sign = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) =>
  `<w:r><w:instrText xml:space="preserve">${text.replaceAll('"', '&quot;')}</w:instrText></w:r>`;
const field = (text: string, result: string) =>
  `${sign('begin')}${code(text)}${sign('separate')}${r(result)}${sign('end')}`;

const found = (body: string) => {
  const reading = readOffice(docx({ body: p(body) }), '.docx');
  expect(JSON.stringify(reading.pages)).not.toContain('SECRET');
  return reading.findings.flatMap(({ kind, places }) => places.map((place) => `${kind} ${place}`));
};

describe('the code of a field', () => {
  it.each([
    ['IF 1 = 2 "SECRET" "見える"', '見える'],
    ['IF 1 = 2 SECRET 見える', '見える'],
    ['SET 控え "SECRET"', ''],
    ['SET 控え SECRET', ''],
    ['QUOTE "SECRET"', '見える'],
    ['ASK 名 "SECRET" \\d "なし"', ''],
    ['FILLIN "見える" \\d "SECRET"', '見える'],
    ['COMMENTS "SECRET" \\* MERGEFORMAT', '見える'],
    ['XE "見える:SECRET" \\y "よみ"', ''],
    ['TC “SECRET” \\f C', ''],
    ['PAGE SECRET', '1'],
    ['USERNAME "SECRET"', '見える'],
    ['PRINT "SECRET"', ''],
    ['TA \\l "SECRET" \\s "見える"', ''],
    ['COMPARE "SECRET" = "見える"', '0'],
    ['MERGEFIELD 氏名 \\b "SECRET"', '«氏名»'],
    ['DATE \\@ "\'SECRET\'yyyy"', '2026'],
    ['NAZO "SECRET"', '見える'],
    ['NAZO SECRET 控え', '見える'],
  ])('carries words that nobody sees: %s', (text, result) => {
    expect(found(r('見える文') + field(text, result))).toEqual([
      expect.stringMatching(/^hidden-text 「見える文.*」（フィールドの中の文字）$/),
    ]);
  });

  it('carries them in one element too', () => {
    expect(found(`${r('文')}<w:fldSimple w:instr="QUOTE SECRET">${r('語')}</w:fldSimple>`)).toEqual(
      ['hidden-text 「文語」（フィールドの中の文字）'],
    );
  });

  it('carries them without a field', () => {
    expect(found(r('文') + code('SECRET'))).toEqual(['hidden-text 「文」（フィールドの中の文字）']);
  });

  it.each([
    ['QUOTE "見える"', '見える'],
    ['IF 1 = 1 "見える" ""', '見える'],
    ['IF 氏名 = "" "見える" "見える文"', '見える'],
    ['TOC \\o "1-3" \\h \\z \\u', '見える'],
    ['HYPERLINK "https://www.sakura-u.example/" \\o "案内"', '見える'],
    ['DATE \\@ "yyyy年M月d日"', '2026年1月20日'],
    ['MERGEFIELD 氏名', '«氏名»'],
    ['XE "見える" \\y "みえる"', ''],
    ['REF _Ref123 \\h', '見える'],
    ['SEQ 図 \\* ARABIC', '1'],
    ['EQ \\o\\ac(○,印)', ''],
    ['EQ \\o(見,印)', ''],
    ['= SUM(ABOVE) \\# "#,##0"', '12'],
    ['= Kingaku * 2', '12'],
    ['Shimekiri', '見える'],
    ['m:usercontent zone1', '見える'],
    ['STYLEREF "見出し 1"', '見える'],
    ['DATE \\@ "\'令和\'y"', '令和8'],
    ['GOTOBUTTON page2 見る', ''],
    ['INDEX \\c "2" \\e "見出し"', '見える'],
  ])('is sound: %s', (text, result) => {
    expect(found(r('見える文') + field(text, result))).toEqual([]);
  });

  it('may choose by the number of the page, and show each text somewhere', () => {
    const page = `${sign('begin')}${code(' PAGE ')}${sign('separate')}${r('1')}${sign('end')}`;
    expect(
      found(
        `${r('文')}${sign('begin')}${code(' IF ')}${page}${code(' = 1 "" "続き" ')}${sign('separate')}${sign('end')}`,
      ),
    ).toEqual([]);
  });
});
