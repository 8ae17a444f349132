import type { FindingKind } from '../../reading.ts';

/** What a relationship of a sound Office file leads to. */
type RelationshipRow = {
  /** The last word of its type. */
  types: string;
  /** What leads there is refused, or told, as this; what has none here is sound, or judged by who reads that part. */
  kind?: FindingKind;
  /** Whether its part may have any content type, since it is refused or taken out whatever it is. */
  hasAnyType?: boolean;
  /** What people call it, where it is refused or told. */
  word?: string;
};

/**
 * Every relationship that Office 2007 to 365, LibreOffice, Google, WPS and the usual libraries write (ECMA-376 part 1,
 * sections 11 to 15; [MS-DOCX], [MS-XLSX], [MS-PPTX], [MS-ODRAWXML], each section 2.1). One that is not here is not known.
 */
const rows: readonly RelationshipRow[] = [
  // Of every package.
  {
    types: `officeDocument core-properties extended-properties extendedProperties custom-properties
      customProperties thumbnail classificationlabels origin signature certificate
      hyperlink image theme themeOverride tableStyles printerSettings font fontTable styles people person persons
      extensibility userCustomization attachedToolbars`,
  },
  { types: 'customXml customXmlProps style-map package oleObject aFChunk', hasAnyType: true },
  // Of drawings.
  {
    types: `drawing vmlDrawing chart chartEx chartStyle chartColorStyle chartUserShapes diagramData diagramLayout
      diagramQuickStyle diagramStyle diagramColors diagramDrawing hdphoto legacyDiagramText slicer timeline ink
      cellImage cellImages svg`,
  },
  // Judged where they are carried (../carried.ts), or by who reads the part that leads there.
  {
    types: `control activeXControlBinary ctrlProp vbaProject wordVbaData subDocument
      attachedTemplate mailMergeSource mailMergeHeaderSource externalLink externalLinkPath externalLinkLongPath xlPathMissing xlStartup xlAlternateStartup
      xlLibrary xlExternalLinkPath connections powerPivotData`,
  },
  // Of Word.
  {
    types: `settings webSettings numbering footnotes endnotes header footer comments commentsExtended commentsIds
      commentsExtensible glossaryDocument stylesWithEffects stylesWithtEffects keyMapCustomizations transform frame
      intelligence intelligence2 documenttasks`,
  },
  // Of Excel.
  {
    types: `worksheet chartsheet dialogsheet xlMacrosheet xlIntlMacrosheet macrosheet intlMacrosheet sharedStrings
      calcChain table tableSingleCells xmlMaps pivotTable pivotCacheDefinition pivotCacheRecords sheetMetadata
      metadata volatileDependencies revisionHeaders revisionLog usernames userNames slicerCache timelineCache
      customProperty threadedComment rdRichValue rdRichValueStructure rdRichValueTypes rdArray richStyles
      rdSupportingPropertyBag rdSupportingPropertyBagStructure rdRichValueWebImage richValueRel FeaturePropertyBag
      namedSheetView namedSheetViews workbookmetadata`,
  },
  // Of PowerPoint.
  {
    types: `slide slideLayout slideMaster notesSlide notesMaster handoutMaster presProps viewProps commentAuthors
      authors tags audio video media changesInfo revisionInfo slideUpdateInfo slideUpdateUrl presentationmetadata
      webextensiontaskpanes`,
  },
  { types: 'queryTable', kind: 'outside-link', word: 'クエリ' },
  { types: 'recipientData', kind: 'outside-link', word: '差し込み印刷の宛先' },
  { types: 'webextension pythonScript', kind: 'script', word: 'アドイン' },
  { types: 'vbaProjectSignature vbaProjectSignatureAgile vbaProjectSignatureV3', kind: 'macros' },
  { types: 'model3d', kind: 'embedded-files', hasAnyType: true, word: '3D モデル' },
];

const byType = new Map(
  rows.flatMap((row) =>
    row.types.split(/\s+/).map((type): [string, RelationshipRow] => [type.toLowerCase(), row]),
  ),
);

/** What is known of a type of relationship; null where nothing is. @param type its last word */
export const relationshipRow = (type: string): RelationshipRow | null =>
  byType.get(type.toLowerCase()) ?? null;
