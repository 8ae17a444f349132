import { cutSpans } from '../cleaning/cut-xml.ts';
import { walkXml, type XmlSpan } from '../xml-tree.ts';
import type { FindRecords } from './office-record.ts';
import { xmlBelow } from './record-in-xml.ts';

/**
 * Fields whose code only another program reads: managers of literature keep whole records there, with folders and names
 * (ECMA-376 part 1, section 17.16.5.1 and the field PRIVATE). The result, which stands on the page, stays.
 */
const forPrograms = /^\s*(?:ADDIN|PRIVATE)(?![A-Z])/i;

/** What other programs keep behind the words of a Word file. */
export const wordFieldCodes: FindRecords = (officePackage) => {
  if (officePackage.kind !== 'word') return [];
  const found = xmlBelow(officePackage, 'word/').filter((path) => {
    const text = officePackage.text(path);
    return text !== null && /ADDIN|PRIVATE|fldData/i.test(text) && codesIn(text).length > 0;
  });
  if (found.length === 0) return [];
  return [
    {
      place: '文献管理などのソフトがフィールドに残した記録',
      otherwise: 'hidden-text',
      remove(edit) {
        for (const path of found) edit.rewrite(path, (xml) => cutSpans(xml, codesIn(xml)));
      },
    },
  ];
};

type Field = { code: string; isCode: boolean; pieces: XmlSpan[] };

/** Where the codes of such fields stand, behind their first word, and the packed data of all fields. */
const codesIn = (xml: string): XmlSpan[] => {
  const spans: XmlSpan[] = [];
  const fields: Field[] = [];
  let textFrom = 0;
  let dataFrom: number | null = null;
  const isWhole = walkXml(xml, {
    open(name, attributes, span) {
      if (name === 'w:fldChar') follow(attributes['w:fldCharType'], fields, spans, xml);
      if (name === 'w:fldData') dataFrom = span.from;
      textFrom = span.to;
    },
    text() {},
    close(name, end) {
      const field = fields.at(-1);
      const to = xml.lastIndexOf('<', end - 1);
      if (name === 'w:instrText' && field?.isCode && to > textFrom) {
        field.pieces.push({ from: textFrom, to });
        field.code += xml.slice(textFrom, to);
      }
      if (name === 'w:fldData' && dataFrom !== null) {
        spans.push({ from: dataFrom, to: end });
        dataFrom = null;
      }
    },
  });
  return isWhole ? spans.sort((one, other) => one.from - other.from) : [];
};

const follow = (type: string | undefined, fields: Field[], spans: XmlSpan[], xml: string): void => {
  if (type === 'begin') fields.push({ code: '', isCode: true, pieces: [] });
  const field = fields.at(-1);
  if (!field || type === 'begin') return;
  if (field.isCode) spans.push(...behindFirstWord(field, xml));
  field.isCode = false;
  if (type === 'end') fields.pop();
};

const behindFirstWord = ({ code, pieces }: Field, xml: string): XmlSpan[] => {
  let kept = forPrograms.exec(code)?.[0].length ?? null;
  if (kept === null) return [];
  return pieces.flatMap(({ from, to }) => {
    const start = Math.min(from + (kept ?? 0), to);
    kept = Math.max(0, (kept ?? 0) - (to - from));
    return /\S/.test(xml.slice(start, to)) ? [{ from: start, to }] : [];
  });
};
