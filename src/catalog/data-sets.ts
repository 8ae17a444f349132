import { collections } from '../schema/collections.ts';
import type { Entry } from '../schema/entry.ts';
import { isInConfidence } from '../schema/in-confidence.ts';
import {
  confirmations,
  directions,
  guidelineLevels,
  institutionKinds,
  kitAspects,
  nameChanges,
  origins,
  sessionKinds,
  sourceKinds,
  subthemes,
  themes,
} from '../schema/taxonomy.ts';
import { type ChoiceTable, choiceTables } from './choices.ts';
import { csvText, type Value } from './csv.ts';
import { ownerOf } from './entry-owner.ts';
import type { Catalog, Shown, ShownEntry } from './shown-content.ts';

/** The data sets with their names on the page. */
export const dataSetTitles = {
  practices: '取組',
  guidelines: '規程・指針',
  symposia: 'シンポジウム',
  surveys: '調査',
  institutions: '機関',
  glossary: '用語集',
  rings: '同じ意味の言い方',
  scenes: '場面',
  kits: '様式例',
  choices: '機関ごとの定め',
} as const;
/** The name of a data set. */
export type DataSetId = keyof typeof dataSetTitles;
/** All data sets, in the order of the page. */
export const dataSetIds = Object.keys(dataSetTitles) as DataSetId[];

/** What the values of a record are looked up in, and how an address becomes one that works outside the site. */
type Around = { from: Catalog; url: (address: string) => string };

/** One field of a data file: its name, what it means, and its value. */
type Field<Row> = { name: string; meaning: string; of: (row: Row, around: Around) => Value };

/** One record of a data set, by field. */
export type DataRecord = Readonly<Record<string, Value>>;

/** One of the site's data files, in whatever format. */
export type DataSet = {
  id: DataSetId;
  title: string;
  fields: readonly { name: string; meaning: string }[];
  records: readonly DataRecord[];
  /** The day on which any of it last changed; empty when there is nothing. */
  updated: string;
};

const field = <Row>(name: string, meaning: string, of: Field<Row>['of']): Field<Row> => ({
  name,
  meaning,
  of,
});
const or = (value: string | number | undefined): Value => value ?? null;

const common = <Row extends Shown>(): Field<Row>[] => [
  field('address', 'ページのアドレス', ({ address }, { url }) => url(address)),
  field('id', 'この一覧の中での識別名', ({ id }) => id),
];
const dates = <Row extends { data: { published: string; updated: string } }>(): Field<Row>[] => [
  field('published', 'このポータルに載せた日', ({ data }) => data.published),
  field('updated', 'このポータルで最後に直した日', ({ data }) => data.updated),
];

const attachmentsField = <
  Row extends Pick<ShownEntry, 'files'> & { data: Pick<Entry, 'attachments'> },
>() =>
  field<Row>('attachments', '添付ファイルの題名、アドレス、利用条件', ({ data, files }, { url }) =>
    data.attachments.flatMap(({ file, title, rights }) => {
      const shown = files.find(({ name }) => name === file);
      return shown ? [{ title, address: url(shown.address), rights }] : [];
    }),
  );

/** The pages that content paths lead to in this edition. */
const addressesOf = (paths: readonly string[], { from, url }: Around): string[] =>
  paths.flatMap((path) => {
    const item = from.at(path);
    return item ? url(item.address) : [];
  });

const sourceValue = (source: Entry['sources'][number]): Value => ({
  title: source.title,
  issuer: or(source.issuer),
  url: or(source.url),
  officialUrl: or(source.officialUrl),
  date: or(source.date),
  checked: or(source.checked),
  kind: sourceKinds[source.kind],
});

const entryFields: Field<ShownEntry>[] = [
  ...common<ShownEntry>(),
  field('kind', '取組、事例などの種類', ({ collection }) => collections[collection].label),
  field('title', '題名', ({ data }) => data.title),
  field('summary', '要約', ({ data }) => data.summary),
  field('institution', '機関の識別名（institutions の id）。編集部預かりでは空', ({ data }) =>
    isInConfidence(data) ? null : data.institution,
  ),
  field(
    'institutionName',
    '機関の名称。編集部預かりでは「編集部預かり」',
    (entry, { from }) => ownerOf(entry, from).name,
  ),
  field('institutionKind', '機関の種別', (entry, { from }) => {
    const { kind } = ownerOf(entry, from);
    return kind ? institutionKinds[kind] : null;
  }),
  field('with', '共同の機関の識別名', ({ data }) => data.with),
  field('themes', 'テーマ', ({ data }) => data.themes.map((id) => themes[id])),
  field('subthemes', 'サブテーマ', ({ data }) => data.subthemes.map((id) => subthemes[id].label)),
  field('directions', '方向性', ({ data }) => data.directions.map((id) => directions[id])),
  field('scenes', '場面の識別名（scenes の id）', ({ data }) => data.scenes),
  field('asOf', '内容の時点。出典に書かれているところまで', ({ data }) => or(data.asOf)),
  ...dates<ShownEntry>(),
  field('origin', '掲載の経緯', ({ data }) => origins[data.origin]),
  field('confirmation', '機関の確認', ({ data }) => confirmations[data.confirmation]),
  field('approvedOn', '機関の中で掲載が決裁された日', ({ data }) => or(data.approval?.on)),
  field('approvedBy', '決裁した部署', ({ data }) => or(data.approval?.office)),
  field(
    'sources',
    '出典：資料名、発行者、アドレス、発行者のページ、資料の日付（記載のまま）、確認日、種類',
    ({ data }) => data.sources.map(sourceValue),
  ),
  field('cites', '参照する規程・指針の題名、アドレス、版', ({ data }, { from, url }) =>
    data.cites.flatMap(({ guideline, edition }) => {
      const item = from.at(guideline);
      return item && 'title' in item.data
        ? [{ title: item.data.title, address: url(item.address), edition: or(edition) }]
        : [];
    }),
  ),
  attachmentsField<ShownEntry>(),
];

const practiceFields: Field<Catalog['practices'][number]>[] = [
  ...entryFields,
  field('selectedOn', 'ネットワークがベストプラクティスに選定した日', ({ data }) =>
    or(data.selected?.on),
  ),
];

const guidelineFields: Field<Shown<'guidelines'>>[] = [
  ...entryFields,
  field('level', '区分', ({ data }) => guidelineLevels[data.level]),
  field('issuer', '発行者', ({ data }) => data.issuer),
  field('number', '番号', ({ data }) => or(data.number)),
  field('edition', '版', ({ data }) => or(data.edition)),
  field('effectiveFrom', '施行日', ({ data }) => or(data.effectiveFrom)),
  field('announced', '予告の日', ({ data }) => or(data.announced)),
  field('checkedCurrent', '現行の確認日', ({ data }) => or(data.checkedCurrent)),
  field('supersedes', '置き換えた規程・指針のアドレス', ({ data }, { from, url }) => {
    const older = data.supersedes && from.at(data.supersedes);
    return older ? url(older.address) : null;
  }),
];

const symposiumFields: Field<Shown<'symposia'>>[] = [
  ...entryFields,
  field('date', '開催日', ({ data }) => or(data.date)),
  field('endDate', '最終日（2日以上のとき）', ({ data }) => or(data.endDate)),
  field('venue', '会場', ({ data }) => or(data.venue)),
  field('organisers', '主催', ({ data }) => data.organisers),
  field('attendance', '参加者', ({ data }) => or(data.attendance)),
  field('sessions', '講演などの種別、演題、登壇者の所属', ({ data }) =>
    data.sessions.map(({ kind, title, speakers }) => ({
      kind: sessionKinds[kind],
      title: or(title),
      speakers,
    })),
  ),
];

const surveyFields: Field<Shown<'surveys'>>[] = [
  ...entryFields,
  field('surveyedOn', '調査の時期', ({ data }) => or(data.surveyedOn)),
  field('population', '調査対象', ({ data }) => or(data.population)),
  field('respondents', '回答数', ({ data }) => or(data.respondents)),
  field(
    'figures',
    '図表の題名、回答数（分母）、単位、注記、データ（CSV）のアドレス',
    ({ data, files }, { url }) =>
      data.figures.map(({ title, denominator, unit, note, data: file }) => {
        const shown = files.find(({ name }) => name === file);
        return {
          title,
          denominator: or(denominator),
          unit,
          note: or(note),
          address: shown ? url(shown.address) : null,
        };
      }),
  ),
];

const institutionFields: Field<Shown<'institutions'>>[] = [
  ...common<Shown<'institutions'>>(),
  field('name', '名称', ({ data }) => data.name),
  field('kana', 'よみ', ({ data }) => or(data.kana)),
  field('nameEn', '英語名', ({ data }) => or(data.nameEn)),
  field('kind', '種別', ({ data }) => institutionKinds[data.kind]),
  field('prefecture', '所在地', ({ data }) => or(data.prefecture)),
  field('website', 'ウェブサイト', ({ data }) => or(data.website)),
  field('partOf', '上位の機関の識別名', ({ data }) => or(data.partOf)),
  field('formerNames', '前身・旧称の名称、いつまで、関係（改称・統合）', ({ data }) =>
    data.formerNames.map(({ name, until, relation }) => ({
      name,
      until: or(until),
      relation: nameChanges[relation],
    })),
  ),
  field('validUntil', '機関があった最後の日', ({ data }) => or(data.validUntil)),
  field('successor', '後の機関の識別名', ({ data }) => or(data.successor)),
  field('modelTerms', 'モデル機関としての開始年度、終了年度、テーマ、挙げている資料', ({ data }) =>
    data.modelTerms.map(({ from, to, theme, sources }) => ({
      from,
      to,
      theme: themes[theme],
      sources: sources.map(({ title }) => title),
    })),
  ),
  field('contact', '窓口の名称とアドレス', ({ data: { contact } }) =>
    contact ? { office: contact.office, url: or(contact.url) } : null,
  ),
  ...dates<Shown<'institutions'>>(),
];

const glossaryFields: Field<Shown<'glossary'>>[] = [
  ...common<Shown<'glossary'>>(),
  field('term', '用語', ({ data }) => data.term),
  field('reading', '読み', ({ data }) => data.reading),
  field('english', '英語', ({ data }) => or(data.english)),
  field('synonyms', '同じ意味の言葉', ({ data }) => data.synonyms),
  field('related', '関連する言葉', ({ data }) => data.related),
  field('definition', '説明', ({ data }) => data.definition),
  field('theme', 'テーマ', ({ data }) => (data.theme ? themes[data.theme] : null)),
  field('subtheme', 'サブテーマ', ({ data }) =>
    data.subtheme ? subthemes[data.subtheme].label : null,
  ),
  field('needsCheck', '要確認かどうか', ({ data }) => data.needsCheck),
  field('sources', '出典の資料名とアドレス', ({ data }) =>
    data.sources.map(({ title, url }) => ({ title, url: or(url) })),
  ),
  ...dates<Shown<'glossary'>>(),
];

const ringFields: Field<Shown<'rings'>>[] = [
  ...common<Shown<'rings'>>(),
  field('name', '呼び名', ({ data }) => data.name),
  field('members', '言い方', ({ data }) => data.members),
  field('english', '英語での言い方', ({ data }) => data.english),
  ...dates<Shown<'rings'>>(),
];

const sceneFields: Field<Shown<'scenes'>>[] = [
  ...common<Shown<'scenes'>>(),
  field('title', '場面', ({ data }) => data.title),
  field('english', '英語', ({ data }) => or(data.english)),
  field('summary', '説明', ({ data }) => data.summary),
  field('question', 'よくある問い', ({ data }) => data.question),
  field('subthemes', 'サブテーマ', ({ data }) => data.subthemes.map((id) => subthemes[id].label)),
  field('steps', 'まず確認すること、補足、根拠のページのアドレス', ({ data }, around) =>
    data.steps.map(({ check, detail, says }) => ({
      check,
      detail: or(detail),
      says: addressesOf(says, around),
    })),
  ),
  ...dates<Shown<'scenes'>>(),
];

const kitFields: Field<Shown<'kits'>>[] = [
  ...common<Shown<'kits'>>(),
  field('title', '題名', ({ data }) => data.title),
  field('summary', '要約', ({ data }) => data.summary),
  field('subthemes', 'サブテーマ', ({ data }) => data.subthemes.map((id) => subthemes[id].label)),
  field('scenes', '場面の識別名（scenes の id）', ({ data }) => data.scenes),
  field('asOf', '内容の時点', ({ data }) => data.asOf),
  attachmentsField<Shown<'kits'>>(),
  field('choices', '機関ごとの定め：項目、定め、根拠のページのアドレス', ({ data }, around) =>
    data.choices.map(({ aspect, text, says }) => ({
      aspect: kitAspects[aspect],
      text,
      says: addressesOf(says, around),
    })),
  ),
  field('drawnFrom', 'もとにした記事のアドレス', ({ data }, around) =>
    addressesOf(data.drawnFrom, around),
  ),
  ...dates<Shown<'kits'>>(),
];

/** One choice of one institution, with the table that it stands in. */
type ChoiceLine = ChoiceTable['rows'][number]['settled'][number] &
  Pick<ChoiceTable, 'kit'> & {
    owner: ChoiceTable['rows'][number]['owner'];
    data: { updated: string };
  };

const choiceFields: Field<ChoiceLine>[] = [
  field('kit', '様式例の題名', ({ kit }) => kit.data.title),
  field('kitAddress', '様式例のページのアドレス', ({ kit }, { url }) => url(kit.address)),
  field('institutionName', '機関の名称。機関の記事でないものは空', ({ owner }) => or(owner?.name)),
  field('institutionKind', '機関の種別', ({ owner }) =>
    owner?.kind ? institutionKinds[owner.kind] : null,
  ),
  field(
    'aspect',
    '項目（対象者、基準額、時期、手段、審査、保存年限）',
    ({ aspect }) => kitAspects[aspect],
  ),
  field('text', '定め', ({ text }) => text),
  field('says', '根拠のページの題名とアドレス', ({ says }, { url }) =>
    says.map(({ title, address }) => ({ title, address: url(address) })),
  ),
  field('asOf', '表をまとめた日', ({ kit }) => kit.data.asOf),
];

const choiceLines = (from: Catalog): ChoiceLine[] =>
  choiceTables(from).flatMap(({ kit, rows }) =>
    rows.flatMap(({ owner, settled }) =>
      settled.map((choice) => ({ ...choice, kit, owner, data: { updated: kit.data.updated } })),
    ),
  );

const made = <Row extends { data: { updated: string } }>(
  id: DataSetId,
  fields: readonly Field<Row>[],
  rows: readonly Row[],
  around: Around,
): DataSet => ({
  id,
  title: dataSetTitles[id],
  fields: fields.map(({ name, meaning }) => ({ name, meaning })),
  records: rows.map((row) =>
    Object.fromEntries(fields.map(({ name, of }) => [name, of(row, around)])),
  ),
  updated:
    rows
      .map(({ data }) => data.updated)
      .sort()
      .at(-1) ?? '',
});

const makers: Record<DataSetId, (around: Around) => DataSet> = {
  practices: (around) => made('practices', practiceFields, around.from.practices, around),
  guidelines: (around) =>
    made('guidelines', guidelineFields, around.from.all('guidelines'), around),
  symposia: (around) => made('symposia', symposiumFields, around.from.all('symposia'), around),
  surveys: (around) => made('surveys', surveyFields, around.from.all('surveys'), around),
  institutions: (around) =>
    made('institutions', institutionFields, around.from.all('institutions'), around),
  glossary: (around) => made('glossary', glossaryFields, around.from.all('glossary'), around),
  rings: (around) => made('rings', ringFields, around.from.all('rings'), around),
  scenes: (around) => made('scenes', sceneFields, around.from.all('scenes'), around),
  kits: (around) => made('kits', kitFields, around.from.all('kits'), around),
  choices: (around) => made('choices', choiceFields, choiceLines(around.from), around),
};

/** A data set of this edition. With `site`, the addresses in it are whole; else they begin with a slash. */
export const dataSet = (id: DataSetId, from: Catalog, site: URL | undefined): DataSet =>
  makers[id]({ from, url: (address) => (site ? new URL(address, site).href : address) });

/** What a data file says of itself, beside its records. */
export type DataNotice = { portal: string; licence: string; note: string | null };

/** The formats in which each data set is offered. */
export const dataFormats = ['json', 'csv'] as const;
/** One of the formats in which a data set is offered. */
export type DataFormat = (typeof dataFormats)[number];

/** A data set as the text of a file. */
export function dataFile(
  { title, updated, fields, records }: DataSet,
  format: DataFormat,
  notice: DataNotice,
): string {
  if (format === 'csv')
    return csvText(
      fields.map(({ name }) => name),
      records,
    );
  return `${JSON.stringify({ title, ...notice, updated, fields, items: records }, null, 1)}\n`;
}
