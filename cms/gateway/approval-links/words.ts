import type { CollectionName } from '../../../src/schema/collections.ts';
import { sentences } from '../requests/sentences.ts';

/** What pages of links say to whoever opens one: a superior who has no account. */
export const words = {
  asks: (institution: string, office: string, what: string) =>
    `${institution}の${office}が、${what}を公開してよいか、承認をお願いしています。`,
  how: '下が、公開したときのページです（まだ公開していません）。読んで、承認か差し戻しを選んでください。',
  request: '承認のお願い',
  version: { label: '見せている版', value: (version: number) => `第${version}版` },
  asked: '依頼した日',
  until: { label: '期限', value: (day: string) => `${day}まで、1回だけ` },
  audience: {
    label: '公開範囲',
    public: 'だれでも読めます',
    network: 'ネットワークの参加機関だけが読めます',
  },
  go: '読み終えたら、承認へ進む',
  approval: '承認',
  only: 'この版だけの承認です。この後に文が変わったときは、承認は無効になり、もう一度お願いします。',
  on: '承認した日',
  office: '承認した部署',
  must: '必須',
  officeHelp: '部署か職の名前です。個人の名前は書きません。例：研究担当理事室',
  approve: '承認する',
  after: (office: string) =>
    `日と部署が記事の記録に残り、${office}の編集画面に出ます。公開は、事務局が確かめた後です。`,
  orReturn: '直してほしいとき',
  reason: '直してほしいところ',
  reasonHelp: (office: string) => `${office}に届きます。書いた内容は残ります。`,
  returnIt: 'この言葉を添えて差し戻す',
  foot: 'このリンクで見られるのは、この版だけです。ほかの人に転送しても、承認は1回だけです。心当たりがないときは、何もせずに閉じてください。何も承認されません。',
  notYet: 'まだ何も送っていません。次のところを直して、もう一度押してください。',
  approvedNow: (on: string, office: string) => `${on}に${office}として承認しました。`,
  approvedNext: (asking: string) =>
    `日と部署は記事の記録に残りました。${asking}が続きをします。公開は、事務局が確かめた後です。この画面は閉じてかまいません。`,
  approvedBefore: (on: string, office: string) =>
    `この版は、${on}に${office}として承認済みです。することはありません。`,
  returnedNow: 'この言葉を添えて差し戻しました。',
  returnedNext: (asking: string) =>
    `${asking}が直し、承認が要るときは新しいリンクをお送りします。この画面は閉じてかまいません。`,
  returnedBefore: (on: string) => `この版は、${on}に差し戻しました。することはありません。`,
  gone: 'このリンクは使えなくなりました（期限が過ぎた、取り下げられた、文が変わった、または公開が済んだためです）。',
  goneNext:
    'このページを開いても、何も承認されていません。承認が要るときは、リンクを送った部署に新しいリンクを頼んでください。',
  tooMany: 'リンクを続けて何度も開けませんでしたので、少し待ってから、もう一度開いてください。',
  complaints: {
    day: '承認した日を、年月日で入れてください。',
    future: '承認した日が、今日より先になっています。今日か、それより前の日を入れてください。',
    early: (begun: string) =>
      `この文を書き始めたのは${begun}です。その日か、それより後の日を入れてください。`,
    noOffice: '承認した部署か職の名前を書いてください。個人の名前は書きません。',
    unusableOffice: sentences.unusableOffice,
    noReason: '直してほしいところを書いてください。',
    longReason: (most: number) => `直してほしいところは${most}文字以内で書いてください。`,
    unclear: '承認するか差し戻すかのボタンを、もう一度押してください。',
  },
} as const;

/** What an entry is called to somebody who knows nothing of collections. */
export const calledTo = (collection: CollectionName): string =>
  collection === 'case-studies' || collection === 'best-practices' ? 'この取組' : 'この記事';
