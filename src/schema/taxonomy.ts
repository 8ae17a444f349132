/**
 * The closed lists that entries are sorted by: identifiers in the code, and the words beside them on the screen.
 * The words follow the programme's founding article (five directions, two themes) and the network's own vocabulary.
 */

const keys = <T extends Record<string, unknown>>(record: T) =>
  Object.keys(record) as [keyof T & string, ...(keyof T & string)[]];

export const themes = {
  'conflict-of-interest': '利益相反マネジメント',
  'technology-leakage': '技術流出防止マネジメント',
} as const;
export type Theme = keyof typeof themes;
export const themeIds = keys(themes);

/** `short` is for the head of a narrow table column. `theme` is null where a subtheme belongs to both themes. */
export const subthemes = {
  'individual-coi': {
    label: '個人としての利益相反',
    short: '個人の利益相反',
    theme: 'conflict-of-interest',
  },
  'institutional-coi': {
    label: '組織としての利益相反',
    short: '組織の利益相反',
    theme: 'conflict-of-interest',
  },
  'medical-coi': {
    label: '医学研究の利益相反',
    short: '医学研究',
    theme: 'conflict-of-interest',
  },
  'trade-secrets': { label: '営業秘密管理', short: '営業秘密', theme: 'technology-leakage' },
  'export-control': {
    label: '安全保障輸出管理（貿易管理）',
    short: '安全保障輸出管理',
    theme: 'technology-leakage',
  },
  'research-integrity': {
    label: '研究インテグリティ',
    short: '研究インテグリティ',
    theme: null,
  },
} as const satisfies Record<string, { label: string; short: string; theme: Theme | null }>;
export type Subtheme = keyof typeof subthemes;
export const subthemeIds = keys(subthemes);

/** The class of a tag in its theme's colour: plum for 利益相反, teal for 技術流出防止, plain for what belongs to both. */
export function subthemeColour(id: string): 'coi' | 'tech' | 'plain' {
  const theme = id in subthemes ? subthemes[id as Subtheme].theme : null;
  if (theme === null) return 'plain';
  return theme === 'conflict-of-interest' ? 'coi' : 'tech';
}

export const directions = {
  system: '体制・システムの構築',
  leadership: '学長等のリーダーシップ',
  awareness: '研究者への普及啓発',
  people: '人材の確保・育成',
  sharing: '事例把握・情報共有',
} as const;
export type Direction = keyof typeof directions;
export const directionIds = keys(directions);

export const institutionKinds = {
  national: '国立大学',
  public: '公立大学',
  private: '私立大学',
  kosen: '高等専門学校',
  'inter-university': '大学共同利用機関',
  'research-institute': '研究機関・法人',
  ministry: '行政機関',
  society: '学会・団体',
} as const;
export type InstitutionKind = keyof typeof institutionKinds;
export const institutionKindIds = keys(institutionKinds);

/** What the size of an institution is counted in. */
export const sizeMeasures = { students: '学生の数', staff: '教職員の数' } as const;
export const sizeMeasureIds = keys(sizeMeasures);

/** What an institution mostly teaches. */
export const studies = {
  sciences: '理系が中心',
  humanities: '文系が中心',
  'all-studies': '文系・理系の両方',
} as const;
export const studyIds = keys(studies);

export const guidelineLevels = {
  law: '法令',
  ministry: '国の指針・通知',
  society: '学会等の指針',
  institution: '学内の規程・方針',
} as const;
export type GuidelineLevel = keyof typeof guidelineLevels;
export const guidelineLevelIds = keys(guidelineLevels);

export const audiences = { public: '公開', network: 'ネットワーク限定' } as const;
export type Audience = keyof typeof audiences;
export const audienceIds = keys(audiences);

export const origins = {
  contributed: '機関の投稿',
  'on-behalf': '事務局による代行投稿',
  summarised: '公開情報から編集部が要約',
  'in-confidence': '編集部預かり',
} as const;
export type Origin = keyof typeof origins;
export const originIds = keys(origins);

export const confirmations = { confirmed: '機関確認済み', 'not-asked': '機関未確認' } as const;
export type Confirmation = keyof typeof confirmations;
export const confirmationIds = keys(confirmations);

/** Where a source was read: at its issuer's own address, as somebody's copy, in a report about it, or not on the web. */
export const sourceKinds = {
  official: '発行者のサイト',
  copy: '第三者サイト上の写し',
  secondary: '報道・企業のページ',
  none: 'ウェブ上の出典なし',
} as const;
export type SourceKind = keyof typeof sourceKinds;
export const sourceKindIds = keys(sourceKinds);

/** What an entry's review date follows: a law may change every year, an own rule less often, an event never. */
export const reviewBases = {
  law: '法令に関わる内容（12か月ごと）',
  'own-rules': '機関の規程・運用（24か月ごと）',
  event: '行事・調査などの記録（見直し不要）',
} as const;
export type ReviewBasis = keyof typeof reviewBases;
export const reviewBasisIds = keys(reviewBases);

/** Whether an amendment of a rule that an entry cites changes what the entry says. */
export const lawImpacts = { yes: 'あり', no: 'なし', unchecked: '未確認' } as const;
export const lawImpactIds = keys(lawImpacts);

export const sessionKinds = {
  'special-lecture': '特別講演',
  keynote: '基調講演',
  lecture: '講演',
  'policy-proposal': '政策提案',
  'project-report': '事業報告',
  panel: 'パネルディスカッション',
  training: '研修',
  proceedings: '議事',
} as const;
export type SessionKind = keyof typeof sessionKinds;
export const sessionKindIds = keys(sessionKinds);

/** What a work kit leaves to the institution that takes it over, in the order of its table. */
export const kitAspects = {
  persons: '対象者',
  amount: '基準額',
  timing: '時期',
  means: '手段',
  review: '審査',
  retention: '保存年限',
} as const;
export type KitAspect = keyof typeof kitAspects;
export const kitAspectIds = keys(kitAspects);

/** A change of an institution's name, or its becoming part of another. */
export const nameChanges = { rename: '改称', merger: '統合' } as const;
export const nameChangeIds = keys(nameChanges);

/**
 * The headings of a case study or best practice, in the order in which symposium attendees asked for them.
 * An entry shows those it has; of the others, those that readers look for are named in one line.
 */
export const practiceHeadings = [
  '課題',
  '経緯・根拠',
  '対象・基準',
  '体制',
  '手順',
  '様式',
  'つまずき',
  '工数・費用',
  '問い合わせ先',
] as const;
export type PracticeHeading = (typeof practiceHeadings)[number];

/** Headings that few sources have something for: nobody misses them, so no entry says that it lacks them. */
const unaskedHeadings: readonly PracticeHeading[] = ['経緯・根拠', '対象・基準'];

/** The headings that readers look for in every case study and best practice, and are told of where one is missing. */
export const soughtHeadings: readonly PracticeHeading[] = practiceHeadings.filter(
  (heading) => !unaskedHeadings.includes(heading),
);
