import type { OtherForm } from '../attachments/other-forms.ts';

const saveAs = (program: string, form: string): string =>
  `${program}で開き、「名前を付けて保存」で${form}を選んで保存し`;

const ways: Record<OtherForm, string> = {
  word: saveAs(' Word ', '「Word 文書（.docx）」'),
  ichitaro: saveAs('一太郎', '「Word 文書（.docx）」か「PDF」'),
  pages: 'Pages で開き、「書き出す」で Word（.docx）か PDF を選んで保存し',
  excel: saveAs(' Excel ', '「Excel ブック（.xlsx）」'),
  numbers: 'Numbers で開き、「書き出す」で Excel（.xlsx）を選んで保存し',
  powerpoint: saveAs(' PowerPoint ', '「PowerPoint プレゼンテーション（.pptx）」'),
  keynote: 'Keynote で開き、「書き出す」で PowerPoint（.pptx）か PDF を選んで保存し',
  'phone-photograph': '「写真」や「プレビュー」で開き、JPEG（.jpg）を選んで書き出し',
  picture: '「ペイント」や「プレビュー」で開き、PNG（.png）か JPEG（.jpg）を選んで保存し',
  archive: '中のファイルを取り出して、ZIP（.zip）にまとめ直し',
};

/** How a file of a form that is not taken is saved anew: the middle of a sentence, which goes on with what to do then. */
export const savedAnew = (form: OtherForm): string => ways[form].trim();

/** Why it is not taken as it is. */
export const notAsItIs = '、開けないパソコンのある形式（古い形式など）です';
