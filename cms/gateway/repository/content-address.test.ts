import { describe, expect, it } from 'vitest';
import { entryAt, fileAt } from './content-address.ts';
import { hostilePaths } from './fixtures/hostile-paths.ts';
import { refOf } from './ref-names.ts';

describe('the address of a file', () => {
  it.each(hostilePaths)('is not given for %j', (path) => {
    const refused = fileAt(path);
    expect(refused.ok).toBe(false);
    if (refused.ok) return;
    expect(refused.reason).toMatch(/^[^。]+事務局にお問い合わせください。$/);
  });

  it('tells whose entry a text is', () => {
    expect(fileAt('case-studies/sakura-u/pledge/index.mdx')).toMatchObject({
      ok: true,
      address: {
        part: 'text',
        entry: { collection: 'case-studies', institution: 'sakura-u' },
      },
    });
  });

  it('takes Japanese names beside an entry', () => {
    expect(fileAt('case-studies/sakura-u/pledge/誓約書（2026年度） [様式1].pdf')).toMatchObject({
      ok: true,
      address: { part: 'attachment', entry: { path: 'case-studies/sakura-u/pledge' } },
    });
  });

  it('gives what belongs to the portal no institution', () => {
    for (const path of [
      'institutions/sakura-u.yaml',
      'glossary/term.yaml',
      'pages/map/index.mdx',
    ]) {
      expect(fileAt(path)).toMatchObject({ ok: true, address: { entry: { institution: null } } });
    }
  });
});

describe('the address of an entry', () => {
  it.each(['case-studies/sakura-u/pledge', 'glossary/deemed-export', 'scenes/travel'])(
    'is given for %s',
    (path) => expect(entryAt(path)).toMatchObject({ ok: true, address: { path } }),
  );

  it.each([
    ...hostilePaths,
    'glossary',
    'glossary/x.yaml',
    'case-studies/sakura-u/pledge/index.mdx',
  ])('is not given for %j', (path) => expect(entryAt(path).ok).toBe(false));

  it('never makes a ref that another needs as a folder', () => {
    const paths = [
      'case-studies/a/b',
      'case-studies/a/c',
      'scenes/a',
      'glossary/a',
      'institutions/a',
    ];
    const refs = paths.map((path) => {
      const found = entryAt(path);
      return found.ok ? refOf(found.address) : '';
    });
    for (const ref of refs) {
      expect(refs.filter((other) => other.startsWith(`${ref}/`))).toEqual([]);
    }
  });
});
