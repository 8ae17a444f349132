import { japaneseDate, westernDate } from '../formats/japanese-date.ts';

/** What stands on every page that comes from the copy. By itself, since the worker needs nothing else of this file. */
export const shownCopy = (day: string, reason: 'unreachable' | 'slow'): string =>
  `${westernDate(day)}時点の控えを表示しています（${reason === 'slow' ? '回線が遅いため' : 'つながっていません'}）。`;

/** Words for using the portal without a network: the page that offers it, and what stands on pages of the copy. */
export const offlineWords = {
  title: 'オフラインで使う',
  lead: 'このサイトの文章と検索を、お使いの端末に控えとして保存できます。会場の電波が弱いときや、つながらない場所でも、ページを読み、検索できます。',
  percent: (share: number) => `${Math.floor(share * 100)}%`,

  copy: {
    heading: '文章と検索を保存する',
    facts: {
      size: '大きさ',
      contents: '保存するもの',
      without: '含まないもの',
      day: '控えの日付',
    },
    about: (bytes: string) => `約 ${bytes}`,
    contents: 'すべてのページの文章、一覧、用語集、検索',
    without:
      'PDF、Word、Excelなどの資料と、図の画像（資料は、文章を保存したあとに、選んで追加できます）',
    day: (day: string) => japaneseDate(day),
    unreachable:
      'つながっていないため、控えの大きさと日付を確かめられませんでした。つながる場所で、このページを読み込み直してください。',
    save: (bytes: string) => `保存する（約 ${bytes}）`,
    resume: '続きから保存する',
    discard: '途中まで保存した分を消す',
    stop: '中止する',
    partial: '前回の保存が途中で止まっています。途中まで保存した分は、まだ使われていません。',
    saving: '保存しています。このページを開いたままお待ちください。',
    half: '半分まで保存しました。',
    progress: '保存の進み具合',
    stopped: '保存を中止しました。途中まで保存した分は消しました。',
    discarded: '途中まで保存した分を消しました。',
    saved: '保存しました。これからは、つながらないときも、このサイトを開けば控えが表示されます。',
    inUse: 'この端末に保存してあります',
    since: '保存した日',
    updated: '更新した日',
    kept: '使っている容量',
    keptOf: (used: string, quota: string) =>
      `このサイト全体で約 ${used}（このブラウザーで使える容量：約 ${quota}）`,
  },

  members: {
    heading: '参加機関の方の控えを保存する',
    inUse: '参加機関の方の控えを、この端末に保存してあります',
    until: '使える期限',
    ends: (days: number) =>
      `ネットワーク限定の内容を含む控えが、お使いの端末に残ります。この控えは、サインアウトしたとき、または最後に保存・更新してから${days}日たつと消えます。所属機関で管理している端末にだけ保存してください。`,
    over: '期限が過ぎたため、参加機関の方の控えを端末から消しました。続けて使うときは、もう一度保存してください。',
    other:
      'サインインの状態が変わりましたので、このページを読み込み直してから、もう一度お試しください。',
    left: {
      heading: '参加機関の方の控え',
      lead: (day: string) =>
        `この端末には、参加機関の方の控えがあります。${day}を過ぎると消えます。いま消すこともできます。`,
      button: '参加機関の方の控えを消す',
      done: '参加機関の方の控えを消しました。',
    },
  },

  update: {
    heading: '更新',
    checking: '新しい版があるかを確かめています…',
    latest: '保存してある控えは、最新の版です。',
    unreachable: 'つながっていないため、新しい版があるかは確かめられませんでした。',
    available: (day: string) => `新しい版があります（${westernDate(day)}時点）。`,
    onlyChanges: '変わったところだけを受け取ります。',
    begun:
      '前回の更新が途中で止まっています。届いた分は残してありますので、続きだけを受け取ります。',
    gone: (titles: readonly string[]) =>
      `更新すると、掲載が終わった資料を端末から消します：${titles.join('、')}`,
    /** Where something has only gone, nothing is fetched. */
    button: (bytes: string | undefined) => (bytes ? `更新する（約 ${bytes}）` : '更新する'),
    updating: '更新しています。終わるまでは、今の控えをそのまま使えます。',
    stopped: '更新を中止しました。今の控えは、そのまま使えます。',
    cutOff:
      '通信が途切れたため、更新を終えられませんでした。今の控えは、そのまま使えます。つながりやすい場所で、もう一度「更新する」を押してください。続きから受け取ります。',
    done: '更新しました。',
  },

  materials: {
    heading: '資料を保存する',
    lead: 'シンポジウムなどの資料を、まとまりごとに保存できます。保存した資料は、元のページのリンクからそのまま開けます。',
    /** For who came from the page of an event, and has no copy yet. */
    afterText:
      '選んだ行事の資料は、文章と検索を保存したあとに、「資料を保存する」のいちばん上から保存できます。',
    loading: '資料の一覧を読み込んでいます…',
    none: '保存できる資料は、まだ掲載されていません。',
    unreachable: 'つながっていないため、保存してある資料だけを表示しています。',
    afterUpdate: '新しい版があります。資料は、控えを更新したあとに保存できます。',
    kinds: {
      symposia: 'シンポジウム',
      kits: '様式例',
      scenes: '場面',
      pages: '案内',
      themes: 'テーマ',
      entries: '記事',
    },
    amount: (kind: string, count: number, bytes: string) => `${kind}　${count}件　約 ${bytes}`,
    save: '保存する',
    saveOf: (title: string) => `「${title}」の資料を保存する`,
    remove: '端末から消す',
    removeOf: (title: string) => `「${title}」の資料を端末から消す`,
    files: '資料の名前を見る',
    since: (day: string) => `${day}に保存`,
    isSaved: '保存済み',
    isPartlySaved: (saved: number, count: number) => `${count}件のうち${saved}件を保存済み`,
    saving: (title: string) => `「${title}」の資料を保存しています。`,
    stopped: '保存を中止しました。そこまでに保存した資料は、そのまま使えます。',
    saved: (title: string) => `「${title}」の資料を保存しました。`,
    removed: (title: string) => `「${title}」の資料を端末から消しました。`,
  },

  clear: {
    heading: '端末から消す',
    lead: '保存した控えと資料をすべて消し、オフラインでの表示をやめます。サイトは、これまでどおり、つながるときに利用できます。',
    button: 'すべて消す',
    confirm: '控えと資料をすべて消します。よろしいですか。',
    confirmed: 'はい、すべて消す',
    keep: '消さない',
    done: 'すべて消しました。この端末には何も残っていません。',
  },

  notes: {
    heading: '知っておいていただきたいこと',
    list: [
      '保存するのは、上のボタンを押したときだけです。押すまでは、何も保存しません。',
      '保存したあとは、つながらないときも、ふだんと同じアドレスやブックマークからこのサイトを開けます。',
      '控えは、このブラウザーの中だけにあります。ほかの端末や、ほかのブラウザーには移りません。',
      'つながるときは、いつも最新のページを表示します。控えを表示しているときは、ページの上に控えの日付を示します。',
      '掲載を終えた記事や資料は、次に更新したときに端末からも消えます。大切な判断の前には、つながる場所で最新の内容を確かめてください。',
      '端末の空きが少なくなると、ブラウザーが控えを消すことがあります。会場へ出かける前に、このページで確かめてください。',
    ],
    shared:
      '共用のパソコンでは保存しないでください。保存した場合は、使い終わったら消してください。',
    network:
      'この版には、ネットワーク内に限って公開している内容が含まれます。控えにも同じ内容が残りますので、所属機関で管理している端末にだけ保存してください。',
  },

  withoutScript:
    '保存には、ブラウザーのJavaScriptが必要です。JavaScriptを有効にして、このページを読み込み直してください。',
  insecure:
    'この接続では保存できません。https:// で始まるアドレスで開いたときに限り、ブラウザーは控えを保存できます。',
  unsupported:
    'お使いのブラウザーでは保存できません。プライベートブラウズ中の場合は、通常のウィンドウで開いてください。',
  failures: {
    notFetched:
      '通信が途切れたため、最後まで保存できませんでした。つながりやすい場所で、もう一度お試しください。続きから保存できます。',
    notAsListed:
      '届いたファイルが、一覧の内容と一致しませんでした。サイトの更新中かもしれません。しばらくしてから、もう一度お試しください。',
    full: (needed: string, left: string) =>
      `端末の空きが足りません（必要：約 ${needed}、使える容量：約 ${left}）。不要な資料などを消してから、もう一度お試しください。`,
    noRoom:
      '端末の空きが足りないため、保存できませんでした。不要なものを消してから、もう一度お試しください。',
    busy: '別のウィンドウで保存しているところです。そちらが終わってから、もう一度お試しください。',
    other: '保存できませんでした。ページを読み込み直して、もう一度お試しください。',
    worker:
      '控えは保存しましたが、オフラインで表示する準備ができませんでした。ページを読み込み直して、もう一度お試しください。',
  },

  missing: {
    title: 'このページは控えにありません',
    lead: 'いまはつながっていないため、端末に保存した控えの中から探しましたが、このアドレスのページや資料は保存されていませんでした。',
    hint: 'つながってからもう一度開くか、次のページをお使いください。',
    links: [
      { label: 'ホーム', address: '/', note: '場面や取組の地図から探せます' },
      { label: '検索', address: '/search/', note: '控えの中を検索できます' },
      {
        label: 'オフラインで使う',
        address: '/offline/',
        note: '保存した内容と資料を確かめられます',
      },
    ],
  },
} as const;
