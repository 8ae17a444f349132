import { expect, test } from 'vitest';
import { cutXml } from './cut-xml.ts';

const head = '<?xml version="1.0"?>\n';
const w = 'xmlns:z="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

test('an element goes with all that is in it, and everything else stays as it was written', () => {
  const xml = `${head}<z:a ${w}>\n <z:b z:x='1'>&lt;z:c/><!-- --></z:b ><z:c><z:b/>x</z:c><z:d/> <z:c/>\n</z:a>`;
  expect(cutXml(xml, { element: (name) => name === 'w:c' })).toBe(
    `${head}<z:a ${w}>\n <z:b z:x='1'>&lt;z:c/><!-- --></z:b ><z:d/> \n</z:a>`,
  );
});

test('an attribute goes with the space before it; what only looks like one stays', () => {
  const xml = `${head}<z:a ${w}\n  rsid = "1"><z:b y="a rsid='2'" z:rsid='3' x="4"/> rsid="5"</z:a>`;
  expect(cutXml(xml, { attribute: (local) => local === 'rsid' })).toBe(
    `${head}<z:a ${w}><z:b y="a rsid='2'" x="4"/> rsid="5"</z:a>`,
  );
});

test('words go, and the elements among them stay', () => {
  const xml = `<a>\n<b>one<c>two</c>three</b>\n</a>`;
  expect(cutXml(xml, { words: (name) => name.endsWith(':b') })).toBe(
    '<a>\n<b><c>two</c></b>\n</a>',
  );
});

test('the outermost element stays, and so does what is no whole XML', () => {
  expect(cutXml('<a><a/></a>', { element: () => true })).toBe('<a></a>');
  expect(cutXml('<a><b/>', { element: () => true })).toBe('<a><b/>');
});
