import { type UnseenInMetafile, unseenInMetafile } from '../../picture/metafile/unseen-words.ts';
import { findInCharts } from '../charts/find-in-charts.ts';
import { diagramWords } from '../diagrams/diagram-words.ts';
import type { Findings } from '../findings.ts';
import { once } from '../once.ts';
import type { OfficePackage } from '../open-package.ts';
import { isPhantom } from '../phantom.ts';
import type { XmlElement } from '../xml-tree.ts';
import { areWhole, isCropped, shownPart } from './cropped.ts';
import { type DrawnRoot, lookThrough, type Pointer } from './drawn-parts.ts';
import { findInSvgs } from './drawn-svg.ts';
import { hidesItsOriginal } from './edited.ts';
import { isFaded, isTiny } from './faded.ts';
import { findNoLongerShown } from './no-longer-shown.ts';
import { saysOtherwise } from './other-forms.ts';
import { findOtherPictures } from './other-pictures.ts';
import { plainWords, saysMoreThan } from './packed-copy.ts';
import { within } from './within.ts';

/**
 * Finds what the drawings of an Office file hold and do not show: parts of pictures that were cut off, originals of edited
 * pictures, pictures that are shown no more, another wording for older programs, and what charts and diagrams keep.
 * @param roots where its drawings begin: slides, sheets, texts
 */
export const findUnseenInDrawings = (
  officePackage: OfficePackage,
  roots: readonly DrawnRoot[],
  findings: Findings,
): void => {
  const charts: { path: string; tree: XmlElement; place: string }[] = [];
  const uses: Pointer[] = [];
  let wordsOfPart = () => '';
  lookThrough(officePackage, roots, {
    part(path, tree, place) {
      wordsOfPart = once(() => plainWords(tree));
      if (/^(?:c|cx):chartSpace$/.test(tree.name)) charts.push({ path, tree, place });
    },
    element(element, { path, place }) {
      if (element.name === 'dgm:relIds' && diagramWords(officePackage, path, element).hasHidden) {
        findings.add('hidden-text', within(place, '図（SmartArt）の、表示されない項目'));
      }
      if (element.name === 'mc:AlternateContent' && saysOtherwise(element)) {
        findings.add('earlier-content', within(place, '別の形にだけある文字'));
      }
      if (isPhantom(element) && saysWords(plainWords(element))) {
        findings.add('hidden-text', within(place, '数式の、表示されない文字'));
      }
      const copy = element.attributes['o:gfxdata'];
      if (copy !== undefined && saysMoreThan(copy, wordsOfPart())) {
        findings.add('earlier-content', within(place, '図形の控えにだけある文字や図'));
      }
    },
    pointer(pointer) {
      if (!pointer.relationship.external) uses.push(pointer);
    },
  });
  findCut(uses, findings);
  for (const { by, place, relationship } of uses) {
    const layer = by.at(-1);
    if (layer?.name === 'a14:imgLayer' && hidesItsOriginal(layer)) {
      findings.add('earlier-content', within(place, '図の、加工する前の画像'));
    }
    if (isTiny(by) && holdsMuch(officePackage, relationship.target)) {
      findings.add('covered-content', within(place, '図の、見えないほど小さな画像'));
    }
    const unseen = unseenWords(officePackage, relationship.target);
    if (unseen?.has('outside')) findings.add('covered-content', within(place, '図の枠の外の文字'));
    if (unseen?.has('other-form')) {
      findings.add('earlier-content', within(place, '図の、別の形にだけある文字'));
    }
    if (isFaded(by)) findings.add('covered-content', within(place, '図の、見えないほど薄い画像'));
  }
  findNoLongerShown(officePackage, uses, findings);
  findOtherPictures(officePackage, uses, findings);
  findInSvgs(officePackage, uses, findings);
  findInCharts(officePackage, charts, findings);
};

/** Names of sizes keep a room in formulas; a word says something. */
const saysWords = (words: string): boolean =>
  /\p{L}{4}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(words);

/** A picture of a point, which pages of the web count their readers by, has less. */
const leastBytes = 2000;
const holdsMuch = (officePackage: OfficePackage, path: string): boolean =>
  (officePackage.part(path)?.length ?? 0) >= leastBytes;

const unseenWords = (
  officePackage: OfficePackage,
  path: string,
): ReadonlySet<UnseenInMetafile> | null => {
  const bytes = /\.[ew]m[fz]$/i.test(path) ? officePackage.part(path) : null;
  return bytes && unseenInMetafile(bytes);
};

/** What is cut off in one place is no finding where other places show the rest: readers see all of the picture then. */
const findCut = (uses: readonly Pointer[], findings: Findings): void => {
  const pictures = uses.filter(
    ({ relationship, by, otherFormOf }) =>
      relationship.type === 'image' && by.at(-1)?.name !== 'a14:imgLayer' && !otherFormOf,
  );
  const cut = pictures.filter(({ by }) => isCropped(by));
  const whole = new Map<string, boolean>();
  const isWhole = (target: string): boolean => {
    const parts = pictures.flatMap(({ relationship, by, path }) => {
      const isSeen = !isBehind.test(path) && !isTiny(by) && !isFaded(by);
      return relationship.target === target && isSeen ? (shownPart(by) ?? []) : [];
    });
    return areWhole(parts);
  };
  for (const { relationship, place } of cut) {
    const { target } = relationship;
    whole.set(target, whole.get(target) ?? isWhole(target));
    if (whole.get(target)) continue;
    findings.add('covered-content', within(place, '図の、トリミングで切り取った部分'));
  }
};

/** Parts of which no reader is sure to see anything: a slide may use another layout. */
const isBehind = /(?:^|\/)(?:slideLayouts|\w+Masters|notesSlides|theme)\//i;
