import type { FindingKind } from '../../reading.ts';
import type { Cuts } from '../cleaning/cut-xml.ts';
import { arrowsOf } from '../closed-list/arrows.ts';
import type { OfficePackage } from '../open-package.ts';
import type { Relationship } from '../relationships.ts';
import type { FindRecords, OfficeRecord } from './office-record.ts';

/** A part that programs attach to a document for themselves, and that can go without a trace on the page. */
type AttachedPart = {
  /** The last words of the types of relationships that lead to it. */
  types: RegExp;
  place: string;
  otherwise?: FindingKind;
  isMeant?(one: Relationship, officePackage: OfficePackage): boolean;
  /** What names it in the XML of the part that points to it. */
  naming?(ids: ReadonlySet<string>): Cuts;
};

const namedBy =
  (...elements: readonly string[]): NonNullable<AttachedPart['naming']> =>
  (ids) => ({
    element: (name, attributes) =>
      elements.includes(name) &&
      (ids.has(attributes['r:id'] ?? '') || name === 'x:customProperties'),
  });

const rows: readonly AttachedPart[] = [
  { types: /^thumbnail$/, place: '縮小表示の画像', otherwise: 'earlier-content' },
  { types: /^classificationlabels$/, place: '秘密度ラベル' },
  {
    types: /^(?:people|persons?|authors|commentAuthors|user[Nn]ames)$/,
    place: '文書に関わった人の一覧',
  },
  {
    types: /^printerSettings$/,
    place: '印刷の設定（プリンターの名前など）',
    naming: (ids) => ({
      element: (name, attributes) =>
        name === 'w:printerSettings' && ids.has(attributes['r:id'] ?? ''),
      attribute: (local, element, value) =>
        local === 'id' && element === 'x:pageSetup' && ids.has(value),
    }),
  },
  {
    types: /^glossaryDocument$/,
    place: '文書パーツ（定型の文）',
    otherwise: 'earlier-content',
  },
  { types: /^tags$/, place: 'ソフトが付けたタグ', naming: namedBy('p:tags') },
  {
    types: /^customXml$/,
    place: '文書に付いたデータ（カスタム XML）',
    // Ink has the same type of relationship, and is seen.
    isMeant: ({ target }, officePackage) =>
      !/inkml/i.test(officePackage.contentType(target)) && !/(?:^|\/)ink\/[^/]+$/i.test(target),
    naming: namedBy('p:custData'),
  },
  {
    types: /^(?:changesInfo|revisionInfo)$/,
    place: '編集の経過の記録',
    otherwise: 'earlier-content',
  },
  {
    types: /^customProperty$/,
    place: 'シートのユーザー設定',
    naming: namedBy('x:customProperties'),
  },
  { types: /^intelligence2?$/, place: '文章校正の記録' },
  { types: /^webextensiontaskpanes$/, place: 'アドインの記録', otherwise: 'script' },
  {
    types: /^(?:keyMapCustomizations|attachedToolbars)$/,
    place: 'キーとツールバーの設定',
    otherwise: 'macros',
  },
  { types: /^(?:extensibility|userCustomization)$/, place: 'リボンの設定', otherwise: 'macros' },
  { types: /^slideUpdateInfo$/, place: 'スライド ライブラリの記録' },
  { types: /^(?:workbookmetadata|presentationmetadata)$/i, place: 'Google の記録' },
  { types: /^style-map$/, place: '変換ソフトの設定' },
  { types: /^volatileDependencies$/, place: '外から値を受け取る関数の記録' },
  { types: /^namedSheetViews?$/, place: '個人用のシート ビュー' },
  { types: /^documenttasks$/i, place: 'タスクの記録', otherwise: 'comments' },
  { types: /^transform$/, place: '保存するときの変換の設定' },
];

/** Parts that hold nothing of what is seen: drafts of programs, lists of people, printers. */
export const attachedParts: FindRecords = (officePackage) => {
  const arrows = arrowsOf(officePackage);
  return rows.flatMap((row): OfficeRecord[] => {
    const isMeant = (one: Relationship) =>
      row.types.test(one.type) && (row.isMeant?.(one, officePackage) ?? true);
    const meant = arrows.filter((one) => isMeant(one));
    if (meant.length === 0) return [];
    const idsOf = new Map<string, Set<string>>();
    for (const { from, id } of meant) idsOf.set(from, (idsOf.get(from) ?? new Set()).add(id));
    return [
      {
        place: row.place,
        ...(row.otherwise ? { otherwise: row.otherwise } : {}),
        remove(edit) {
          for (const [from, ids] of idsOf) {
            const cuts = row.naming?.(ids);
            if (cuts) edit.cut(from, cuts);
            edit.dropRelationships(from, ({ id }) => ids.has(id));
          }
        },
      },
    ];
  });
};
