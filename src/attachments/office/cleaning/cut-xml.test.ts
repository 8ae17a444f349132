import { expect, test } from 'vitest';
import { type Cuts, cutsIn, cutXml } from './cut-xml.ts';

const head = '<?xml version="1.0"?>\n';
const w = 'xmlns:z="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

test('an element goes with all that is in it, and everything else stays as it was written', () => {
  const xml = `${head}<z:a ${w}>\n <z:b z:x='1'>&lt;z:c/><!-- --></z:b ><z:c><z:b/>x</z:c><z:d/> <z:c/>\n</z:a>`;
  expect(cutXml(xml, [{ element: (name) => name === 'w:c' }])).toBe(
    `${head}<z:a ${w}>\n <z:b z:x='1'>&lt;z:c/><!-- --></z:b ><z:d/> \n</z:a>`,
  );
});

test('an attribute goes with the space before it; what only looks like one stays', () => {
  const xml = `${head}<z:a ${w}\n  rsid = "1"><z:b y="a rsid='2'" z:rsid='3' x="4"/> rsid="5"</z:a>`;
  expect(cutXml(xml, [{ attribute: (local) => local === 'rsid' }])).toBe(
    `${head}<z:a ${w}><z:b y="a rsid='2'" x="4"/> rsid="5"</z:a>`,
  );
});

test('the outermost element stays, and so does what is no whole XML', () => {
  expect(cutXml('<a><a/></a>', [{ element: () => true }])).toBe('<a></a>');
  expect(cutXml('<a><b/>', [{ element: () => true }])).toBe('<a><b/>');
});

test('several cuts at once leave what they would leave one after another', () => {
  const xml = `${head}<z:a ${w}><z:b id="1" x="2"><z:c id="3"/></z:b><z:c id="4">t</z:c></z:a>`;
  const cuts: Cuts[] = [
    { element: (name) => name === 'w:c' },
    { attribute: (local) => local === 'id' },
    { element: (_name, { x }) => x === '2', attribute: (local) => local === 'x' },
  ];
  expect(cutXml(xml, cuts)).toBe(cuts.reduce((text, one) => cutXml(text, [one]), xml));
});

test('a text is read once for all that is sought in it, and no further than needed', () => {
  const asked: string[] = [];
  const sought = (wanted: string): Cuts => ({
    element(name) {
      asked.push(`${wanted} ${name}`);
      return name === wanted;
    },
  });
  const [one, two, none] = [sought('w:b'), sought('w:d'), sought('w:none')];
  const xml = `<z:a ${w}><z:b/><z:c/><z:d/><z:e/></z:a>`;
  expect(cutsIn(xml, [one, two])).toEqual(new Set([one, two]));
  expect(asked).toEqual(['w:b w:b', 'w:d w:b', 'w:d w:c', 'w:d w:d']);
  expect(cutsIn(xml, [two, none])).toEqual(new Set([two]));
});
