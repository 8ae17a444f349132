import { attributeNames } from './attribute-names.ts';

const listOf = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Attributes whose value is words that people write, a name, a formula, or several codes (ECMA-376 part 1). */
const ofWords = listOf(
  `DataBindingName FileBindingName Name SelectedStyle StyleName Ignorable MustUnderstand PreserveAttributes
  PreserveElements ProcessContent Requires acdName action address1 adminDistrict1 adminDistrict2 allCaption allUniqueName
  alt altText altTextSummary anchor argValue ascii attribution author axis bmk bmkName c cap caption cell cellRange
  class codeName colHeaderCaption color color2 columnName command comment connection contact countryRegion cs customList customMenu
  dataCaption dataCellStyle ddeService ddeTopic decimal defaultMemberUniqueName defaultPivotStyle defaultSlicerStyle
  defaultTableStyle defaultTimelineStyle defaultValue delimiter descr description destinationFile dimensionUniqueName display
  displayFolder displayName displayText docLocation eastAsia ed embosscolor entityName eqn equationxml error errorCaption errorTitle
  fciBasedOn fciName featureList featureName fieldCodes fillcolor filterPivotName fmla fmlaGroup fmlaLink fmlaRange fmlaTxbx font format
  formatCode formula fromColumn fromTable gfxdata goal grandTotalCaption hAnsi headerRowCellStyle help helpText hierarchy
  hierarchyName href initials instr invalEndChars invalStChars label lastValue link linkTarget linkedCell listFillRange
  locality location macro macroName matchingName mdx mdxLong measureGroup memberName menuHelp method missingCaption mods name
  newName odcFile oldComment oldCustomMenu oldDescription oldHelp oldName oldStatusBar original pageStyle parent path phldrT
  pivotTableStyle prLst prefixMappings presName progId prompt promptTitle propertyName ptType rName ref refersTo
  refreshedBy richSortKey rowHeaderCaption rowSource schemaLocation script securityDescriptor serverCommand setDefinition shapeName
  sheet sheetName signingInstructions signinginstructions singleSignOnId solutionID source sourceCaption sourceDataName sourceFile
  sourceName sourceObject sqref src srcUrl status statusBar string stringValue1 strokecolor stringValue2 style styleName
  subtotalCaption suggestedSigner suggestedSigner2 suggestedSignerEmail suggestedsigner suggestedsigner2
  suggestedsigneremail tableName tag target text textlink tgtFrame thousands title toColumn toTable tooltip
  totalsRowCellStyle totalsRowLabel trend type typeface uniqueMemberProperty uniqueName uniqueParent uri url user userId userName
  vacatedStyle value weightExpression xpath`,
);

/** Attributes that are words in these elements alone, and elsewhere a number, a code, a name of a setting. */
const ofWordsIn: Readonly<Record<string, ReadonlySet<string>>> = {
  id: listOf('arc curve group image line oval polyline rect roundrect shape shapetype'),
  n: listOf('d i item k p selection x'),
  v: listOf('e f formulas path s x'),
  val: listOf(
    `active addressFieldName alias aliases altName attachedSchema attr author autoTextName basedOn caption category
    characterStyle clickAndTypeStyle connectString dataType decimalSymbol default defaultTableStyle desc description destination
    dirty docPart docPartCategory docPartGallery docPartName docVar filter font format formatCode frame headerSource headers helpText
    inputCells lastRenderedPageBreak link listEntry listItem listSeparator lvlText mailSubject mappedName mathFont name next
    noLineBreaksAfter noLineBreaksBefore numStyleLink pStyle param placeholder query rFont rStyle sectionTitle
    setting sheetName sourceFileName src statusText strVal style styleLink table tableStyle tag tblCaption tblDescription tblStyle title
    tmpl udl uniqueTag cellSmartTagPr fieldMapData view chr begChr endChr sepChr`,
  ),
};

/** Two letters say something where there should be none. */
const saysAnything = /\p{L}{2}/u;
/** A code is one row of letters of the West: two words, or two letters of Japanese, are none. */
const saysWords =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}|\p{L}{2}[\s\p{Pd}]*[\s][\s\p{Pd}]*\p{L}{2}/u;

/** Of a workbook's rows and cells, by far the most, which are looked at all at once. */
const cells = /^(?:c|row|v|f|is|t|r|rPh|col)$/;
const usualInCells =
  `(?:r|s|t|cm|vm|ph|spans|ht|hidden|customHeight|customFormat|dyDescent|outlineLevel|collapsed|thickBot|thickTop
  |space|ref|si|ca|aca|bx|dt2D|dtr|del1|del2|r1|r2|sb|eb|min|max|width|style|bestFit|customWidth|phonetic)`.replace(
    /\s/g,
    '',
  );
const unusualInCells = new RegExp(
  `<(?:\\w+:)?(?:c|row|v|f|is|t|r|rPh|col)\\s(?:[^<>]*\\s)?(?!(?:\\w+:)?${usualInCells}\\s*=|xmlns)[\\w:.-]+\\s*=\\s*["'][^"'<>]*\\p{L}{2}`,
  'u',
);

const tag = /<(?:[\w.-]+:)?([\w.-]+)\s([^<>]*=[^<>]*)>/g;
const attribute = /(?:^|\s)([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Whether an attribute of a part says words that no program reads: one that there is not, or one that is a code.
 * @param xml without what other programs leave out
 * @param isSheet whether it may be a sheet, of which most is rows and cells
 */
export const hasWordsInAttributes = (xml: string, isSheet: boolean): boolean => {
  const text = xml.includes('<!--') ? xml.replace(/<!--[\s\S]*?-->/g, '') : xml;
  if (isSheet && unusualInCells.test(text)) return true;
  for (const [, element = '', written = ''] of text.matchAll(tag)) {
    if (isSheet && cells.test(element)) continue;
    if (!/\p{L}{2}["'\s]|\p{L}{2}[^=]*["']|&#/u.test(written)) continue;
    for (const [, name = '', double, single] of written.matchAll(attribute)) {
      if (isOutOfPlace(element, name, double ?? single ?? '')) return true;
    }
  }
  return false;
};

/** Letters may be written as their numbers. */
const plain = (value: string): string =>
  value.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_all, hex, digits) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(digits);
    return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });

const isOutOfPlace = (element: string, written: string, given: string): boolean => {
  const value = given.includes('&#') ? plain(given) : given;
  if (/^xmlns(?::|$)/.test(written) || !saysAnything.test(value)) return false;
  const name = written.slice(written.indexOf(':') + 1);
  if (!attributeNames.has(name)) return true;
  return saysWords.test(value) && !ofWords.has(name) && ofWordsIn[name]?.has(element) !== true;
};
