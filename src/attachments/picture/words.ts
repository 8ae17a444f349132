/** What is kept in a picture beside what it shows, as the people who took it or drew it know it. */
export const words = {
  exif: '撮影の記録（EXIF）',
  xmp: '編集の記録（XMP）',
  iptc: '説明の記録（IPTC）',
  thumbnail: '縮小画像',
  comment: 'コメント',
  profile: '色の情報（ICCプロファイル）にある名前',
  origin: '来歴の記録（C2PA）',
  savedAt: '保存した日時',
  between: '画像のデータの間にあるほかのデータ',
  behindRows: '画像の最後の行の後ろに続くデータ',
  frames: '表示されないコマ',
  behind: '画像の終わりの後ろに続くデータ',
  pictureBehind: '画像の後ろにある別の画像',
  /** @param keyword as its program calls it */
  text: (keyword: string): string => `文字の記録『${shown(keyword)}』`,
  /** @param name as the format calls it */
  ofProgram: (name: string): string => `ソフトが書き足した記録『${shown(name)}』`,
  /** @param name as the format calls it */
  unknown: (name: string): string => `『${shown(name)}』`,
  /** @param people who took the picture, or are named in it otherwise */
  people: (people: string): string => `人や機器の名前（${people}）`,
  /** @param notice as it was written */
  rights: (notice: string): string => `著作権の表示（${notice}）`,
} as const;

const shown = (name: string): string =>
  name.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '').slice(0, 40) || '名前なし';
