import { type FormEvent, useId, useMemo, useState } from 'react';
import { routes } from '../../wire/routes.ts';
import { pageToComeBackTo, type SignInPlace } from '../../wire/session.ts';
import { institutionOption } from '../choices.ts';
import { matching } from '../form/matching.ts';
import { askGateway } from '../gateway/ask-gateway.ts';

export const signInWords = {
  title: 'どなたとして作業しますか',
  local: 'このパソコンの中だけで動いています。担当する機関を選び、部署名を書いて始めてください。',
  role: '立場',
  contributor: '機関の投稿担当者',
  editor: '編集者（事務局）',
  institution: '機関',
  find: '機関名で絞り込む',
  findHint: '漢字のほか、よみ、前の名前、ローマ字、都道府県名でも探せます。例：えひめ、ehime',
  found: (count: number) => `${count}機関`,
  notFound: '見つかりません。言葉を短くして探し、登録がないときは事務局にお知らせください。',
  office: '部署名',
  officeHint: '例：研究推進課。個人名は書きません。記事の変更の記録に残ります。',
  start: '始める',
  needInstitution: '機関を選んでください。',
  needOffice: '部署名を書いてください。',
} as const;
const words = signInWords;

type Props = {
  readonly institutions: readonly SignInPlace[];
  readonly onSignedIn: () => void;
};

/** Lets a person choose who they are: the local default, which the gateway offers on the loopback address alone. */
export const SignInPage = ({ institutions, onSignedIn }: Props) => {
  const [role, setRole] = useState<'contributor' | 'editor'>('contributor');
  const [typed, setTyped] = useState('');
  const [institution, setInstitution] = useState('');
  const [office, setOffice] = useState('');
  const [error, setError] = useState('');
  const ids = { find: useId(), office: useId(), error: useId() };
  const shown = useMemo(
    () => matching(institutions.map(institutionOption), typed, institutions.length),
    [institutions, typed],
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (role === 'contributor' && !institution) return setError(words.needInstitution);
    if (!office.trim()) return setError(words.needOffice);
    const who = role === 'editor' ? { role, office } : { role, institution, office };
    try {
      await askGateway(routes.signIn, { body: who });
      const page = pageToComeBackTo(location.search);
      if (page === null) onSignedIn();
      else location.assign(page);
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : String(refusal));
    }
  };

  return (
    <main className="portal-sign-in">
      <h1>{words.title}</h1>
      <p>{words.local}</p>
      <form onSubmit={submit} noValidate>
        <fieldset>
          <legend>{words.role}</legend>
          {(['contributor', 'editor'] as const).map((each) => (
            <label key={each} className="portal-check">
              <input
                type="radio"
                name="role"
                checked={role === each}
                onChange={() => {
                  setRole(each);
                  setError('');
                }}
              />
              {words[each]}
            </label>
          ))}
        </fieldset>
        {role === 'contributor' && (
          <div className="portal-labelled">
            <label htmlFor={ids.find}>{words.find}</label>
            <p id={`${ids.find}-hint`} className="portal-hint">
              {words.findHint}
            </p>
            <input
              id={ids.find}
              type="search"
              aria-describedby={`${ids.find}-hint`}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <fieldset className="portal-places">
              <legend>
                {words.institution}
                <span role="status">（{words.found(shown.length)}）</span>
              </legend>
              {shown.length === 0 && <p className="portal-hint">{words.notFound}</p>}
              {shown.map(({ value, label }) => (
                <label key={value} className="portal-check">
                  <input
                    type="radio"
                    name="institution"
                    checked={institution === value}
                    onChange={() => {
                      setInstitution(value);
                      setError('');
                    }}
                  />
                  {label}
                </label>
              ))}
            </fieldset>
          </div>
        )}
        <div className="portal-labelled">
          <label htmlFor={ids.office}>{words.office}</label>
          <p id={`${ids.office}-hint`} className="portal-hint">
            {words.officeHint}
          </p>
          <input
            id={ids.office}
            type="text"
            maxLength={80}
            autoComplete="off"
            aria-describedby={`${ids.office}-hint`}
            value={office}
            onChange={(event) => {
              setOffice(event.target.value);
              setError('');
            }}
          />
        </div>
        {error && (
          <p role="alert" id={ids.error} className="portal-error">
            {error}
          </p>
        )}
        <button type="submit" className="portal-button portal-main">
          {words.start}
        </button>
      </form>
    </main>
  );
};
