import { expect, it } from 'vitest';
import { expectProblems, messagesOf, problemList, soundWorldWith } from '../fixtures/worlds.ts';

it('holds approvals and what was told in confidence to their rules, and passes the sound ones', () => {
  expectProblems('origins', [
    'best-practices/henshubu/practice/index.mdx:5 in-confidence-collection',
    'case-studies/henshubu/contributed/index.mdx:5 in-confidence-origin',
    'case-studies/henshubu/named/index.mdx:14 in-confidence-name',
    'case-studies/henshubu/no-kind/index.mdx:1 in-confidence-kind',
    'case-studies/henshubu/sakura-u-late/index.mdx:1 in-confidence-name',
    ...[7, 8, 9, 13, 15, 18, 23, 25].map(
      (line) => `case-studies/henshubu/telling/index.mdx:${line} in-confidence-field`,
    ),
    'case-studies/sakura-u/approved-by-mail/index.mdx:8 approval-person',
    'case-studies/sakura-u/approved-by-person/index.mdx:8 approval-person',
    'case-studies/sakura-u/approved-summary/index.mdx:6 approval-of-summary',
    'case-studies/sakura-u/as-the-office/index.mdx:4 institution-mismatch',
    'case-studies/sakura-u/in-confidence/index.mdx:5 in-confidence-origin',
    'case-studies/sakura-u/own-kind/index.mdx:6 kind-unasked',
    'case-studies/sakura-u/unapproved/index.mdx:5 approval-missing',
    'institutions/henshubu.yaml:1 institution-reserved',
  ]);
});

it('lets no field but an entry’s own institution speak of the office’s path', () => {
  const path = 'institutions/sakura-u.yaml';
  const text = `name: さくら大学
kind: national
partOf: henshubu
published: 2026-01-10
updated: 2026-01-10
`;
  expect(problemList(soundWorldWith({ [path]: text }))).toContain(`${path}:3 institution-unknown`);
});

it('says in one sentence what to mend', () => {
  expect(messagesOf('origins')).toMatchInlineSnapshot(`
    "取組は編集部預かりにできませんので、事例として case-studies/henshubu に移してください。
    編集部預かりのフォルダー（henshubu）にある記事ですので、「掲載の経緯」（origin）を in-confidence にするか、記事を機関のフォルダーに移してください。
    編集部預かりの記事に「さくら工業専門学校」という機関の名前がありますので、機関が分からない書き方に直してください。
    編集部預かりには「機関の種別」（institutionKind）が必要ですので、機関の名前の代わりに表示する種別を、institutionKind: national のように書いてください。
    編集部預かりの記事に「sakura-u」という機関の名前がありますので、機関が分からない書き方に直してください。
    編集部預かりの記事に「共同の機関」（with）があると機関が分かりますので、この項目を消してください。
    編集部預かりの記事に「機関の確認」（confirmation）があると機関が分かりますので、この項目を消してください。
    編集部預かりの記事に「出典」（sources）があると機関が分かりますので、この項目を消してください。
    編集部預かりの記事に「問い合わせ先」（contact）があると機関が分かりますので、この項目を消してください。
    編集部預かりの記事に「機関の決裁」（approval）があると機関が分かりますので、この項目を消してください。
    編集部預かりの記事に「添付ファイル」（attachments）があると機関が分かりますので、この項目を消してください。
    編集部預かりの記事に「調査記録の番号」（records）があると機関が分かりますので、この項目を消してください。
    編集部預かりの記事に「参照する規程・指針」1件目（cites）があると機関が分かりますので、この項目を消してください。
    「機関の決裁」の「決裁した部署」（approval.office）の「research@sakura-u.example.jp」に個人名かメールアドレスがあるようですので、部署の名前だけを書いてください。
    「機関の決裁」の「決裁した部署」（approval.office）の「研究推進課 山田様」に個人名かメールアドレスがあるようですので、部署の名前だけを書いてください。
    編集部が要約した記事に「機関の決裁」（approval）は書けませんので、この項目を消すか、機関の文章であれば「掲載の経緯」（origin）を直してください。
    「機関」（institution）は「henshubu」ですが、この記事は「sakura-u」のフォルダーにあります。どちらかに合わせてください。
    機関のフォルダーに編集部預かりの記事は置けませんので、case-studies/henshubu に移すか、「掲載の経緯」（origin）を直してください。
    「機関の種別」（institutionKind）は編集部預かりのための項目ですので、この行を消してください。
    代行投稿には「機関の決裁」（approval）が必要ですので、機関に確かめて、決裁日（on）と決裁した部署（office）を書いてください。
    「henshubu」は編集部預かりの記事のために取ってある名前ですので、別の名前で機関を登録してください。"
  `);
});
