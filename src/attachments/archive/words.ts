/** Places in a ZIP and what is kept beside the files in it, as whoever packed it knows them. */
export const words = {
  /** @param name of a file in it, on one line */
  inside: (name: string): string => `中の『${shortened(name)}』`,
  /** @param place in that file */
  within: (inside: string, place: string): string => `${inside}の${place}`,
  comment: 'ZIPのコメント',
  /** @param inside which file, as `inside` says it */
  commentOf: (inside: string): string => `${inside}のコメント`,
  extraOf: (inside: string): string => `${inside}に付いた記録`,
  /** Of a folder that has bytes of its own. */
  contentOf: (inside: string): string => `${inside}の、フォルダーに付いたデータ`,
  stray: 'ZIPの、どのファイルのものでもないデータ',
  unlisted: 'ZIPの一覧に載っていないファイル',
  finder: 'Mac の Finder が付けたファイル（__MACOSX、.DS_Store など）',
  explorer: 'Windows が付けたファイル（Thumbs.db、desktop.ini）',
  lock: '開いた人の名前を持つ一時ファイル（~$ で始まるもの）',
} as const;

const mostOfName = 40;

/** The end of a long name: folders may be left out, the file may not. */
const shortened = (name: string): string => {
  const characters = [...name];
  return characters.length > mostOfName ? `…${characters.slice(-mostOfName).join('')}` : name;
};

/** A name on one line, in one direction. */
export const legible = (name: string): string => name.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
