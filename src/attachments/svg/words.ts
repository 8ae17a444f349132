/** What is found in a drawing, as whoever drew it knows it. */
export const words = {
  program: '作図ソフトの記録（ファイルの名前や保存先など）',
  metadata: '図についての記録（メタデータ）',
  comment: 'コメント',
  layerNames: 'レイヤーや部品の名前',
  picture: '図に入れた画像',
  /** @param place in a picture that is in the drawing */
  inPicture: (place: string): string => `図に入れた画像の${place}`,
  alternative: '図の題や説明',
  switchedOff: '表示しない設定のところ',
  transparent: '透明にしたところ',
  tiny: 'ごく小さな文字',
  white: '背景と同じ白い文字',
  outside: '図の外にはみ出した文字',
  unused: '使われていない部品の中',
  covered: '後から重ねた四角の下の文字',
} as const;
