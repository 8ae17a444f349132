import { pageToComeBackTo, wayInAddress } from '../../wire/session.ts';

export const providerPageWords = {
  title: '編集画面に入る',
  sentence:
    '参加機関の投稿担当者と、事務局の方が使う画面です。所属する機関の画面でサインインすると、ここに戻ります。',
  start: 'サインインする',
  memberTitle: '編集画面は使えません',
  member: (institution: string) =>
    `${institution}の方として、ネットワーク限定の内容を読めます。投稿するときは、所属機関の担当部署か事務局に招待をお申し出ください。`,
  home: 'サイトを読む',
  leave: 'サインアウトする',
} as const;
const words = providerPageWords;

/**
 * Leads to the provider that tells who somebody is; whoever only reads is told so.
 * @param memberOf the institution of somebody who is signed in and only reads; null where nobody is
 */
export const ProviderPage = ({ memberOf }: { readonly memberOf: string | null }) => {
  const { pathname, search, hash } = location;
  const back = pageToComeBackTo(search) ?? pathname + hash;
  return memberOf === null ? (
    <main className="portal-sign-in">
      <h1>{words.title}</h1>
      <p>{words.sentence}</p>
      <p>
        <a className="portal-button portal-main" href={wayInAddress(back)}>
          {words.start}
        </a>
      </p>
    </main>
  ) : (
    <main className="portal-sign-in">
      <h1>{words.memberTitle}</h1>
      <p>{words.member(memberOf)}</p>
      <p>
        <a className="portal-button portal-main" href="/">
          {words.home}
        </a>{' '}
        <a className="portal-button" href="/admin/session/end">
          {words.leave}
        </a>
      </p>
    </main>
  );
};
