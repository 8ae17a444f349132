/** Words of 私の機関: its page, and the line above what is put in order by it. */
export const placeWords = {
  title: '私の機関',
  lead: '自分の機関に近いところの取組を先に見て、自分の機関の掲載がないテーマで、ほかの機関が何をしているかを調べられます。',
  withoutScript:
    '機関を選ぶには、ブラウザーのJavaScriptが必要です。下の表と一覧は、JavaScriptがなくても使えます。',
  institution: '機関',
  choose: '選んでください',
  notListed: '一覧にない機関の方や、種別だけで見たい方',
  aspects: {
    kind: '種別',
    medical: '医学部',
    size: '規模',
    study: '理系・文系',
  },
  unsaid: '指定しない',
  known: (known: number, all: number) =>
    known === 0
      ? `分かる機関がまだないため、選べません（${all}機関すべて掲載なし・未調査）。`
      : known === all
        ? `${all}機関すべてで分かります。`
        : `分かるのは${all}機関のうち${known}機関です。ほかは掲載なし（未調査）で、近いかどうかの判断に使いません。`,
  option: (label: string, count: number) =>
    count === 0 ? `${label}：掲載なし（未調査）` : `${label}（${count}機関）`,
  unknown: '掲載なし（未調査）',
  aspectUnknown: (aspect: string) => `${aspect}：掲載なし（未調査）`,
  keep: 'この端末に残す',
  forget: '消す',
  kept: 'この端末に残しました。取組などの一覧が、近い順になります。',
  notKept:
    'このブラウザーは、残すことを許していません。このページのアドレスを控えておくと、同じ条件で開けます。',
  forgotten: '消しました。一覧は、もとの順に戻ります。',
  named: (name: string, label: string) => (label ? `${name}（${label}）` : name),
  inForce: (label: string) => `${label}として見ています。`,
  nothingSaid: 'まだ何も選んでいません。',
  browse: '近い順で見る',
  what: '何を、どこに残すか',
  whatLines: [
    '選んだ機関と種別などは、「この端末に残す」を押したときだけ、このブラウザーの中に残します。残したものを、ほかへ送ることはありません。',
    '残さなくても使えます。選んだ内容はページのアドレスに入るので、アドレスを知らせると、同じ条件で開けます。アドレスは、サイトを置くサーバーの接続記録に残ることがあります。',
    '「消す」を押すと、すぐに消えます。',
    '近い順は、登録簿に書いてあることだけで決めます。種別が同じものを先に並べ、その中では、医学部の有無などが違うものを後にします。分からないことは、判断に使いません。順位ではなく、掲載する範囲も変わりません。',
  ],
  coverage: 'テーマごとに見る',
  scenes: '場面ごとに見る',
  gapTitle: (name: string) => `${name}の掲載がないテーマで、ほかの機関がしていること`,
  gapScenes: (name: string) => `${name}の掲載がない場面で、ほかの機関がしていること`,
  noGaps: 'すべてに掲載があります。',
  gapNote:
    '「掲載なし（未調査）」は、公開情報をまだ調べていないか、見つかっていないという意味です。その機関に取組や規程がないという意味ではありません。',
  counted: '取組と、学内の規程・方針を見ています。行事や調査、国や学会の指針は含みません。',
  has: '掲載あり',
  hasNot: '掲載なし（未調査）',
  near: '近い',
  nobody: 'ほかの機関の掲載もありません（未調査）。',
  takePart: '参加のしかた',
  list: '取組の一覧',
  listOf: (label: string) => `${label}の取組の一覧`,
  unavailable: '機関の一覧を読み込めませんでした。通信状況を確かめて、もう一度選んでください。',
  byKind: '種別から見る',
  practicesOf: (kind: string) => `${kind}の取組`,
  institutionsOf: (kind: string) => `${kind}の一覧`,
  matrix: '場面 × 機関の種別の表',
  chooseHere: '自分の機関を選ぶと、掲載がないテーマで、ほかの機関の掲載が分かります。',
  onInstitution: {
    title: 'テーマごとの掲載',
    compare: '掲載がないテーマで、ほかの機関がしていることを見る',
    others: 'ほかの機関の取組',
    othersOf: (label: string) => `${label}について、ほかの機関の取組`,
  },
  line: {
    order: (label: string, count: number) =>
      `私の機関に近い順：${label}。近いものは${count}件です。`,
    ordered: (label: string) => `私の機関に近い順：${label}`,
    none: (label: string) => `私の機関に近い順：${label}。近いものはありません。`,
    off: 'もとの順で示しています。',
    change: '私の機関を変える',
    switchOff: 'もとの順にする',
    switchOn: '私の機関に近い順にする',
    same: (label: string) => `同じ：${label}`,
    knownOf: (aspect: string, known: number, all: number) =>
      `${aspect}が分かるのは${all}件のうち${known}件です。ほかは掲載なし（未調査）で、判断に使いません。`,
  },
} as const;
