/**
 * What a sound PDF holds, by the dictionaries that are looked at one by one: ISO 32000-2, and what usual programs add of
 * their own. A key that is in no list is told.
 */
const listOf = (keys: string): ReadonlySet<string> => new Set(keys.split(/\s+/));

/** Tables 29 and 30 and extensions; what TeX, LibreOffice, Adobe's and Apple's programs write. */
export const catalogKeys = listOf(
  `Type Version Extensions Pages PageLabels Names Dests ViewerPreferences PageLayout PageMode Outlines Threads OpenAction
  AA URI AcroForm Metadata StructTreeRoot MarkInfo Lang SpiderInfo OutputIntents PieceInfo OCProperties Perms Legal
  Requirements Collection NeedsRendering DSS AF DPartRoot Trapped Title Author Creator Producer CreationDate ModDate Info
  LastModified StructParents Encrypt ID Size Root JT ADBE_FillSignInfo ADBE_FT Page Outline`,
);

/** Table 31, and what trees of pages, TeX, imposition and search engines' crawlers add. */
export const pageKeys = listOf(
  `Type Parent LastModified Resources MediaBox CropBox BleedBox TrimBox ArtBox BoxColorInfo Contents Rotate Group Thumb B Dur
  Trans Annots AA Metadata PieceInfo StructParents StructParent ID PZ SeparationInfo Tabs TemplateInstantiated PresSteps
  UserUnit VP OutputIntents AF DPart Kids Count Lang Name Hid TransparencyGroup rgid QITE_pageid ProcSet PTEX.PageNumber pdftk_PageNum LTEX_position Page Rotation
  HideInf OneVisionPageColorsInfo OutputBin
  PTEX.FileName PTEX.InfoDict AAPL:AKExtras`,
);

/** Tables 166 to 195: of all kinds of annotations, and of the fields of forms that are one with theirs. */
export const annotationKeys = listOf(
  `Type Subtype Rect Contents P NM M F AP AS Border C StructParent OC AF ca CA BM Lang T Popup RC CreationDate IRT Subj RT IT
  ExData Open Name State StateModel A Dest H PA QuadPoints BS DA Q DS CL BE RD LE L IC LL LLE Cap LLO CP Measure CO Vertices Path
  InkList Parent RO OverlayText Repeat FS Sound Movie AA MK FT Kids TU TM Ff V DV RV Opt MaxLen TI I Lock SV MN FixedPrint
  3DD 3DV 3DA 3DI 3DB 3DU RichMediaContent RichMediaSettings LastModified Version AnnotStates Volume ToggleNoView Rotate
  ProcSet DR Border Length Filter MetaData Metadata NumberFormat Trans Resources EAF Background BorderColor
  AAPL:AKExtras PDFIUM_HasGeneratedAP Page BBox slns_flags slns_fsize LTEX_position
  HideInf Rotation FontName FontSize`,
);

/** Annotations that are told of, or that readers see (table 171); any other is unknown. */
export const annotationTypes = listOf(
  `Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Caret Stamp Ink Popup
  FileAttachment Sound Movie Screen Widget PrinterMark TrapNet Watermark 3D Redact Projection RichMedia`,
);

/** Table 355, and what roots of structure and references to objects hold (354, 357, 358). */
export const elementKeys = listOf(
  `Type S P ID Ref Pg K A C R T Lang Alt E ActualText AF NS PhoneticAlphabet Phoneme IDTree ParentTree ParentTreeNextKey RoleMap
  ClassMap Namespaces PronunciationLexicon Obj MCID Stm StmOwn Info Metadata`,
);

/** Those that play, or hold what plays. */
export const playing = listOf('Sound Movie Screen 3D RichMedia Rendition');

/** Table 201. */
export const actionTypes = listOf(
  `GoTo GoToR GoToE GoToDp Launch Thread URI Sound Movie Hide Named SubmitForm ResetForm ImportData JavaScript SetOCGState
  Rendition Trans GoTo3DView RichMediaExecute`,
);

/** Trees of names, table 32. */
export const nameTrees = listOf(
  'Dests AP JavaScript Pages Templates IDS URLS EmbeddedFiles AlternatePresentations Renditions',
);

/** Properties of a document, table 349, and what standards for printing and programs add that says nothing of people. */
export const plainProperties = listOf(
  `Title Author Creator Producer CreationDate ModDate Trapped SourceModified GTS_PDFXVersion GTS_PDFXConformance GTS_PDFA1Version
  GTS_PDFVTVersion GTS_PDFVTModDate ISO_PDFEVersion PTEX.Fullbanner PTEX.FullBanner Type Version ContentTypeId Accessible Lang`,
);

/** Data that programs keep for themselves and that say nothing: numbers of pages, identifiers (PieceInfo). */
export const plainPieces = listOf('InDesign MarkedPDF QuarkXPress PDFMaker');

/**
 * Keys whose strings are shown by viewers, are codes, or are judged by who reads them: ISO 32000-2 (annotations, fields, actions,
 * structure, layers, signatures, output intents, fonts, files), and what usual programs write into every file.
 */
export const stringKeys = listOf(
  `Producer Creator Title Author Subject Keywords CreationDate ModDate Company Copyright SourceModified Registry Ordering T DA FontFamily CharSet
  Contents Subj NM RC JS URI V RV DS Name CA AC OutputConditionIdentifier OutputCondition RegistryName Info TU TM Alt CT DV
  NS F UF DOS Unix Mac Desc ID DocumentID OriginalDocumentID InstanceID ActualText E N FontName State StateModel D Lang CMapName LastModified M
  TF Location ContactInfo Reason Cert Changes Base P S R U O UE OE Perms Opt Dest CreatorInfo Type Subtype Style Panose
  MSFT_MathML Filter Handler Prop_Build Date REx Rel Source CheckSum LL Password Limits Nums Names Separation DeviceColorant
  PTEX.Fullbanner PTEX.FileName FileName FontMode StreamHash TYPE OverlayText AS Version Msg TS Subfilter SubFilter AuthEvent
  URL URLType Mk MK UR Issuer IssuerDN SubjectDN KeyUsage FieldMDP Preferred Phoneme Summary Short Headers Scope XFA Private`,
);
