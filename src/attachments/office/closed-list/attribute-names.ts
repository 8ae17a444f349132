/**
 * The names of all attributes that documents of an office have, without their prefixes: ECMA-376 parts 1, 3 and 4, and what
 * Office 2010 to 365 adds of its own ([MS-DOCX], [MS-XLSX], [MS-PPTX], [MS-ODRAWXML]), with what Google and LibreOffice write.
 */
export const attributeNames: ReadonlySet<string> = new Set(
  `
  Append AutoFit ConnectionID Data DataBindingLoadMode DataBindingName DrawAspect EnabledSubtotalsDefault Fake
  FileBinding FileBindingName Formatting Headers ID Ignorable InsDelHeaders InsertBlankRowDefault MustUnderstand Name
  Namespace ObjectID ObjectType PreserveAttributes PreserveElements PreserveFormat PreserveSortAFLayout ProcessContent
  ProgID RangeBased Requires RootElement SchemaID SchemaRef SelectedStyle SelectionNamespaces ShapeID
  ShowImportExportValidationErrors StyleName SubtotalsOnTopDefault Type URI UpdateMode a aboveAverage abstractNumId
  aca accel accent1 accent2 accent3 accent4 accent5 accent6 accentbar accumulate accuracyVersion acdName action
  actionId activeCell activeCellId activeCol activePane activePresent activeRow activeSheetId activeTab actualPg add
  additive addlXml addlxml address1 adj adjust adjustColumnWidth adjusthandles adminDistrict1 adminDistrict2 advAuto
  advClick advTm advise after afterAutospacing afterEffect afterLines aggregatedColumn aggregationType ajt ajtx
  algIdExt algIdExtSource algn algorithmName align alignWithMargins alignment alignshape all allCaption allDrilled
  allStyles allUniqueName allocationMethod allowBlank allowComments allowOverlap allowPng allowRefreshQuery
  allowcomments allowincell allowoverlap alnAt alt altLang altText altTextSummary alternateStyleNames althref
  alwaysShow amount amt anchor anchorCtr anchorId anchorLock anchorx anchory and ang angle angularRad animBg animId
  annotation appName appRef applyAlignment applyAlignmentFormats applyBorder applyBorderFormats applyFill applyFont
  applyFontFormats applyNumberFormat applyNumberFormats applyPatternFormats applyProtection applyStyles
  applyWidthHeightFormats appref arcsize arg argValue array arrowok ascii asciiTheme aspect aspectratio assign
  assignedTo asteriskTotals att attribute attribution author authorId auto autoAdjust autoApply autoCompressPictures
  autoDelete autoEnd autoFill autoFilter autoFilterDateGrouping autoFormatId autoLine autoLoad autoPage autoPageBreaks
  autoPict autoRecover autoRefresh autoRepublish autoRev autoScale autoShow autoStart autoUpdate autoUpdateAnimBg
  autoformat autolayout autorotationcenter avgSubtotal ax axis axisPosition ay az b bEncrypt bIns backdepth background
  backgroundQuery backgroundRefresh backupFile backwards bagExtId bandCol bandRow base baseColWidth baseField baseItem
  baseType baseline bc before beforeAutospacing beforeLines behindDoc bestFit bg1 bg2 bidi bilevel binding
  blackAndWhite blacklevel blank bld bldLvl bldStep blend blip blipPhldr blurRad bmk bmkName bookmark bookmarkIdSeed
  boolean border borderId borderbottomcolor borderleftcolor borderrightcolor bordertopcolor bottom bottomFromText
  bounceEnd breakLatinWord breakNonLatinWord bright brightness brushSize build builtIn builtInGroupCount builtinId
  bullet button bw bwMode bwNormal bwPure bwmode bwnormal bwpure bx by byPosition c cId ca cache cacheId
  cacheIdCreatedVersion cacheIdSupportedVersion cacheIndex calcCompleted calcId calcMode calcOnSave calcmode
  calculatedColumn calculatedMembersInFilters calendarType cap caption caseSensitive categoryIdx categoryName cell
  cellColor cellComments cellMeta cellRange cf cfe cff cfo chOrder changesSavedWin chapNum chapSep chapStyle char
  charSpace characterSet charset chart chartFormat chartTrackingRefBase che checkCompatibility checkStyle checked chf
  chmPrimary chmSecondary cho chromakey class classid classificationOutcomeType clear clearAll clearComments
  clearContents clearFormats clearFormatting click clientInsertedTime clip clipped cliptowrap clr clrIdx clrMode
  clrSpc cm cmd cmg cmpd cnt code codeName codePage coerce coherent3DOff colFirst colGrandTotals colHeaderCaption
  colHidden colId colLast colPageCount collapse collapsed collapsedLevelsAreSubtotals color color2 colorId colorTemp
  colored colors cols column columnCount columnId columnName columnSort combine combineBrackets comma command
  commandType comment comments compact compactData compatLnSpc compatMode complete concurrent concurrentCalc
  concurrentManualCount condense conformance connectangles connection connectionId connectloc connectlocs
  connectorLines connectortype connecttype consecutive constrainbounds contact containsBlank containsDate
  containsInteger containsMixedTypes containsNonDate containsNumber containsSemiMixedTypes containsString content
  contentBits contentType contourW contrast control1 control2 coordorigin coordsize copies copy count countASubtotal
  countBy countSubtotal countryRegion cp crackSpacing crashSave created createdVersion credentials cropbottom cropleft
  cropping cropright croptop crossFilter cryptAlgorithmClass cryptAlgorithmSid cryptAlgorithmType cryptProvider
  cryptProviderType cryptProviderTypeExt cryptProviderTypeExtSource cryptSpinCount cs csCatId csTypeId csb0 csb1 css
  cssClass cstate cstheme ct ctx culture cultureLanguage cultureRegion current custAng custFlipHor custFlipVert
  custLinFactNeighborX custLinFactNeighborY custLinFactX custLinFactY custRadScaleInc custRadScaleRad custScaleX
  custScaleY custSzX custSzY custT custom customBuiltin customFormat customHeight customList customListSort
  customMarkFollows customMenu customRollUp customStyle customStyles customView customWidth cx cxnId cy d dT dashstyle
  data dataBound dataCaption dataCellStyle dataDxfId dataExtractLoad dataField dataOnRows dataOnly dataPosition
  dataSourceSort databaseField date date1904 dateAxis dateCompatibility dateTime dateTimeGrouping dateUtc day dde
  ddeService ddeTopic decel decimal decimalPlaces decorated decoupled def defLockedState defQFormat defSemiHidden
  defStyle defTabSz defUIPriority defUnhideWhenUsed default defaultAttributeDrillState defaultColWidth
  defaultGridColor defaultImageDpi defaultMemberUniqueName defaultPivotStyle defaultRowHeight defaultSize
  defaultSlicerStyle defaultSubtotal defaultTableStyle defaultThemeVersion defaultTimelineStyle defaultValue degree
  del1 del2 delay delete deleteColumns deleteRows deleted delimited delimiter denormalized depthPercent descending
  descr description destId destOrd destination destinationFile detail detectmouseclick dgmbasetextscale dgmfontsize
  dgmlayout dgmlayoutmru dgmnodekind dgmscalex dgmscaley dgmstyle diagonalDown diagonalUp differentFirst
  differentOddEven diffusity dimension dimensionUniqueName dir directFormattingOnNumbering
  directFormattingOnParagraphs directFormattingOnRuns directFormattingOnTables direction dirty disableEdit
  disableFieldList disablePrompts disableRefresh disabled discardImageEditData diskRevisions displacedByCustomXml
  display displayEmptyCellsAs displayFolder displayHidden displayLoc displayName displayText displayXAxis dist distB
  distL distR distT distance divId dllVersion dm dn docId docLocation dockstate documentId done double
  doubleclicknotify doughnutHoleSize dpi dr draft dragOff dragToCol dragToData dragToPage dragToRow drawAspect
  drillThrough driveId drop dropCap dropLines dropStyle dropauto dst dt dt2D dtr dueDate dur durableId dvAspect dx
  dxaOrig dxf dxfId dxfid dy dyDescent dyaOrig dynamicSet dz e eaLnBrk east eastAsia eastAsiaTheme eb ed edGrp edge
  edit editAs editData editId editPage editVal editas edited edtDesignElem eft eftx element elementFormDefault embed
  embedTrueTypeFonts embeddedDataId embeddedHtml embosscolor emptyCellReference enableDrill enableEdit
  enableFieldProperties enableFormatConditionsCalculation enableRefresh enableWizard enabled encoding end endA
  endChars endDate endDt endNum endOfListFormulaUpdate endPos endSnd endangle endarrow endarrowlength endarrowwidth
  endcap endpointId enforcement entityId entityName entityType eol eqn equalAverage equalWidth equation equationxml
  err error errorCaption errorStyle errorTitle errors evalError evalOrder evenHBand evenVBand evt evtFilter
  excludeFromRefreshAll exclusive exp ext extRef extendable extrusionH extrusionOk extrusioncolor extrusionok f
  fBlankCell fCollapsed fDynamic fLocksText fLocksWithSheet fPrintsWithSheet fPublished face facet fact fadeDir
  fallbackImg fc fciBasedOn fciIndex fciIndexBasedOn fciName featureList featureName fi field fieldCodes fieldId
  fieldIdWrapped fieldListSortAscending fieldPosition fieldPrintTitles fileType fill fillDownLabels
  fillDownLabelsDefault fillFormulas fillId fillcolor filled fillok filltype filter filterId filterMode
  filterPivotName filterPrivacy filterTabId filterType filterUnique filterVal first firstBackgroundRefresh firstButton
  firstCol firstColumn firstDataCol firstDataRow firstHeaderRow firstLine firstLineChars firstPageNumber firstRow
  firstRowFirstColumn firstRowLastColumn firstSheet firstSlideNum fitToHeight fitToPage fitToWidth fitpath fitshape
  flattenHierarchies fld fldCharType fldLock flip flipH flipV fmla fmlaGroup fmlaLink fmlaRange fmlaTxbx fmt fmtid
  focus focusposition focussize folHlink followColorScheme followedHyperlink font fontAlgn fontId fontKey fontScale
  fontSz footer for forName forceAA forceFullCalc forcedash foredepth form format formatCells formatCode formatColumns
  formatIdx formatRows formatting formula formulaRange fov frame frameSlides from fromColOff fromColumn fromRowOff
  fromTable fromWordArt frozen ftr fullCalcOnLoad fullDate fullPrecision fullScrn func function functionGroupId g gain
  gamma gap gapDepth gapWidth gdRefAng gdRefR gdRefX gdRefY gfxdata ghostCol ghostRow goal gradient gradientshapeok
  grainSize grammar grandCol grandRow grandTotalCaption grayscale gridDropZones gridLines gridLinesSet gridSize
  gridSpan group groupBy groupInterval grouping grow growShrinkType grpId gte guid gutter h hAnchor hAnsi hAnsiTheme
  hMerge hR hRule hSpace hanging hangingChars hangingPunct hasBounce hasCustomPrompt hash hashData hashValue hdr
  header headerRowBorderDxfId headerRowCellStyle headerRowCount headerRowDxfId headers headersInLastRefresh heading
  headingStyles headings height heightPercent help helpText hidden hiddenButton hiddenColumn hiddenColumns hiddenLevel
  hiddenRow hiddenRows hiddenSlides hide hideGeom hideLastTrans hideNewItems hidePivotFieldList hideValuesRow hier
  hierarchizeDistinct hierarchy hierarchyName hierarchyUsage high highlightClick hiloLines hint history hlink homeRef
  horiz horizontal horizontalBorder horizontalCentered horizontalDpi horzAnchor horzBarState horzOverflow hour how hr
  hralign href hrnoshade hrpct hrstd ht htmlFormat htmlTables hue hueDir hyperlink i i1 i2 i3 i4 iLevel iMeasureFld
  iMeasureHier icon iconId iconSet id idNew idOrig idcntr iddest idref idsrc idx ignore ilvl imagealignshape
  imageaspect imagesize imeMode imgH imgSz imgW immersive in inactive inc includeHiddenRowCol includeInLayout
  includeNewItemsInFilter includePrintSettings indent index indexed initials inkAnnotations insDel insertBlankRow
  insertColumns insertHyperlinks insertPageBreak insertRow insertRowShift insertRows inset insetmode insetpen
  insetpenok instr integer intelligentPlaceholder intensity intermediate interval intervalClosed invX invY
  invalEndChars invalStChars invalid invalidUrl invx invy isActiveX isCollapsed isComment isContent isCountDistinct
  isFormConnected isInverted isLegacyGroup isNarration isPhoto isRow isSelected isSignatureLine isoCountryCode
  issignatureline item itemId itemLocation itemPageCount itemPrintTitles iterate iterateCount iterateDelta joinstyle
  justLastX justifyLastLine k kcmPrimary kcmSecondary keepAlive keepChangeHistory kern key keyAttribute knownFonts
  kumimoji kx ky l lBound lIns label labelOnly labelPosition lang last lastClr lastCol lastColumn lastEdited lastGuid
  lastIdx lastRefreshVersion lastRow lastRowFirstColumn lastRowLastColumn lastValue lastView lat latentStyles
  latestEventMarker latinLnBrk latitude layout layoutId layoutInCell leadZeros leader left leftChars leftFromText
  leftLabels legacy legacyIndent legacySpace legacySpreadsheetColorIndex legendKey legendKeys len length
  lengthspecified level lfe lff lfo lhe lhf lho license lightface lightharsh lightharsh2 lightlevel lightlevel2
  lightposition lightposition2 likes lim limo line linePitch lineRule lineSpacing lineSpacingType lineWeight lines
  linestyle link linkTarget linkType linkedCell listDataValidation listFillRange listGuid listUid lkTxEntry
  lnSpcReduction lo loCatId loTypeId local localConnection localRefresh localSheetId locality location lockRevision
  lockStructure lockText lockWindows locked lockedField lockedPosition lockrotationcenter lon longFileNames longText
  longitude loop low lowestEdited lum lvl m macro macroName majorGridlines majorTick majorUnit man manifestLocation
  manualBreakCount manualMax manualMin map mapId mappingCount marB marL marR marT markerVisible markers markup mask
  master masterRel matchingName matrix max maxAng maxAxisType maxDate maxHeight maxLength maxOccurs maxR maxRId
  maxRank maxResponseId maxRev maxSheetId maxSubtotal maxVal maxValIso maxValue maxWidth maxX maxY maximized mdx
  mdxLong mdxSubqueries meanLine meanMarker measure measureFilter measureGroup measures measuresSet mediaType medium
  memberName memberPropertyField memberValueDatatype mentionId mentionpersonId menuHelp merge mergeCell mergeInterval
  mergeItem metal meth method min minAng minAxisType minDate minLength minOccurs minR minRId minRefreshableVersion
  minRev minSubtotal minSupportedVersion minValue minVer minVersionLoad minX minY minimalRefreshVersion minimized
  minimumVersion minorGridlines minorTick minorUnit minusx minusy minute missingCaption missingItemsLimit miterlimit
  mod mode model modelId mods month moveWith moveWithCells movingMultiple movingPeriod mpFld multiLine multiSel
  multipleFieldFilters multipleItemSelectionAllowed mute n name nameLen namespaceuri nd negative
  negativeBarBorderColorSameAsPositive negativeBarColorSameAsPositive new newLength newName newVal nextAc nextId nf
  nillable nlCheck noAdjustHandles noChangeArrowheads noChangeAspect noChangeShapeType noCrop noDrilldown noEditPoints
  noGrp noHBand noLabel noMove noProof noResize noRot noSelect noSpellErr noTextEdit noThreeD noThreeD2 noUngrp
  noVBand nodata nodePh nodeType nonAutoSortDefault nonoutliers nop normalEastAsianFlow normalizeH north np ns null
  num numCol numFmt numFmtId numId numPicBulletId numPoints numSld numberFormat numberOfShades numberStoredAsText
  numberingStyles o oEmbedUrl oat objId objectId objectType objects obscured odcFile oddHBand oddVBand odxf offset
  offset2 offsetFrom old oldComment oldCustomMenu oldDescription oldFunction oldFunctionGroupId oldHelp oldHidden
  oldLength oldName oldPh oldQuotePrefix oldShortcutKey oldStatusBar oldVal ole oleUpdate oleicon on oneField oned
  onlySync onlyUseConnectionFile op opacity opacity2 operator optimizeMemory option organizeInFolders orient
  orientation orientationangle origin original other out outliers outline outlineBorder outlineData outlineLevel
  outlineLevelCol outlineLevelRow outlineSymbols overflow overlap overlay override ownerIdx p pLen pPos page pageOrder
  pageOverThenDown pageStyle pageWrap pane panose paperSize par parTransId paraId paraIdParent parameterType parent
  parentId parentSet parsePre password passwordEdit pasteAll pasteBorders pasteColWidths pasteComments
  pasteDataValidation pasteFormats pasteFormulas pasteNumberFormats pasteValues path pathEditMode pattern patternType
  pcaRings pencilSize percent percentComplete percentage persistence personId personalView perspective ph phldr phldrT
  phonetic picLocksAutoForOEmbed pict pid pitchFamily pivot pivotButton pivotCacheGuid pivotCacheId
  pivotIgnoreInvalidCache pivotShowAs pivotTableStyle pivotTables points polar polygonId pos position post postalCode
  prLst pred preferPic preferRelativeResize preferSingleView preferrelative prefix prefixMappings presAssocID presId
  presName presStyleCnt presStyleIdx presStyleLbl preserve preserveFormatting preserveHistory preserveSortFilterLayout
  presetBounceEnd presetClass presetID presetSubtype pressure prevAc previousCol previousRow pri print printArea
  printDrill priority prnWhat productSubtotal progId projectionType prompt promptTitle promptedSolutions propertyName
  protected provId provid provider providerId prst prstMaterial pt ptCount ptType ptsTypes pubBrowser publishItems
  publishToServer published qFormat qs qsCatId qsTypeId qualifier quartileMethod queryFailed queryTableFieldId
  quotePrefix r r1 r2 rAng rAngAx rId rIns rName rVer ra rad radius radiusrange rank rankBy rctx readOnlyRecommended
  readingOrder recalcAlways recolor recolortarget recommended reconnectionMethod recordCount ref ref3D refAdded refFor
  refForName refMode refPtType refType referenceDateBegin referenceMultiple referencePeriod refersTo
  refreshAllConnections refreshError refreshOnChange refreshOnLoad refreshedBy refreshedDate refreshedDateIso
  refreshedVersion regroupid relId relNeededHidden relation relative relativeFrom relativeHeight relativeIndent
  relativeTo relid relyOnVml removeDataOnSave removePersonalInfoOnSave removed render rep repairLoad repeatCount
  repeatDur required resId reservationPassword resizeGraphics resourceIdInt resourceIdStr restart rev revIDLastSave
  reverse revisionId revisionsAlgorithmName revisionsHashValue revisionsPassword revisionsSaltValue revisionsSpinCount
  rfe rff rfo rgb rhe rhf rho richSortKey rig right rightChars rightFromText rightToLeft rot rotWithShape rotX rotY
  rotate rotation rotationangle rotationcenter roundtripDataSignature row rowColShift rowCount rowDrillCount
  rowGrandTotals rowHeaderCaption rowHeight rowHidden rowNumbers rowPageCount rowSource rowSpan rows rsidDel rsidP
  rsidR rsidRDefault rsidRPr rsidSect rsidTr rsquared rtl rtlCol rupBuild s sId salt saltData saltValue sat saveData
  saveExternalLinkValues savePassword saveSubsetFonts sb scale scaleToFitPaper scaleWithDoc scaled scaling scenarios
  schemaLocation scope script scrollPosition sd second securityDescriptor seek seft seftx sel selectLockedCells
  selectUnlockedCells selected selection selectionLevel seltype semiHidden semicolon sendLocale sep seq series
  seriesIdx seriesLines seriesName serverCommand serverField serverFill serverFont serverFontColor serverNumberFormat
  serverSldId serverSldModifiedTime serverZoom set setDate setDefinition setVersion sh shadeToTitle shadow shadowcolor
  shadowok shapeId shapeid shapetype shared sheet sheetId sheetPosition sheetViewUid shininess shortcutKey show
  showAll showAnimation showAsCaption showAsIcon showAutoFilter showBorderUnselectedTables showButton showCalcMbrs
  showCaption showCaptions showCell showColHeaders showColStripes showColumnStripes showComments showDataAs
  showDataDropDown showDataTips showDrill showDropDown showDropDowns showDropZones showEmptyCol showEmptyRow showError
  showErrorMessage showFirstColumn showFormatting showFormulaBar showFormulas showGridLines showGuides showHeader
  showHeaders showHorizontalScroll showHorizontalScrollbar showInFieldList showInkAnnotation showInputMessage
  showItems showLastColumn showMasterPhAnim showMasterSp showMemberPropertyTips showMissing showMultipleLabel
  showNarration showObjects showOutlineIcons showOutlineSymbols showPageBreaks showPivotChartFilter showPropAsCaption
  showPropCell showPropTip showRowCol showRowColHeaders showRowHeaders showRowStripes showRuler showScrollbar
  showSelectionLabel showSheetTabs showSignDate showSpeakerNotes showSpecialPlsOnTitleSld showStatus showStatusbar
  showTimeLevel showTip showValue showVerticalScroll showWhenStopped showWhiteSpace showZeros showsigndate shrinkToFit
  si sibTransId side sigProvUrl signingInstructions signingInstructionsSet signinginstructions signinginstructionsset
  sigprovurl simplePos singleRangeFilterState singleSignOnId singleclick siteId size sizeWithCells skewamt skewangle
  sldId sldNum slicerData slideIdLst smoothness smtClean smtId snapToGrid snapToObjects snapVertSplitter solutionID
  solveOrder sort sortBy sortMethod sortOrder sortType source sourceCaption sourceData sourceDataName sourceField
  sourceFile sourceLinked sourceName sourceObject sourceRef sourceSheetId sourceType south sp space spans spc spcCol
  spcFirstLastPara spd specularity spelling spid spidmax spinCount spinValue splitAll splitFirst spokes spotAng spt
  sqlType sqref src srcId srcOrd srcSh srcUrl st stA stAng stDt stPos start startAt startChars startDate startIndex
  startItem startLabels startNum startangle startarrow startarrowlength startarrowwidth state status statusBar stdDev
  stdDevPSubtotal stdDevSubtotal step sti stopIfTrue store storeItemID storeType strictFirstAndLastChars strike string
  stringRefSyntax stringValue1 stringValue2 stroke strokecolor stroked strokeok strokeweight style styleId styleLbl
  styleName styleUid stylesInUse subsetted subtotal subtotalCaption subtotalHiddenItems subtotalTop subtotalType
  suggestedSigner suggestedSigner2 suggestedSignerEmail suggestedsigner suggestedsigner2 suggestedsigneremail
  sumSubtotal summaryBelow summaryRight supportAddCalcMems supportAdvancedDrill supportSubquery supportSubqueryCalcMem
  supportSubqueryNonVisual swAng swArg switch sx sy symbol syncBehavior syncHorizontal syncRef syncVertical sz t t1 t2
  tIns tab tabId tabRatio tabSelected table tableBorderDxfId tableColumnId tableId tableName tableStyles tableType
  tablelimits tableproperties tag tags target targetNamespace targetScreenSize targetscreensize tblpX tblpXSpec tblpY
  tblpYSpec tentative text textAlignment textDates textHAlign textId textRotation textVAlign textborder textboxrect
  textlink textpathok tgtFrame theme themeColor themeFill themeFillShade themeFillTint themeShade themeTint thickBot
  thickBottom thickTop thicket thousands thresh thruBlk tick time timePeriod timeZoneBias timelineData timeout tint
  title tm tmFilter to toColOff toColumn toRowOff toTable tooltip top top3HeadingStyles topAutoShow topFromText
  topLabels topLeftCell totalsRowBorderDxfId totalsRowCellStyle totalsRowCount totalsRowDxfId totalsRowFunction
  totalsRowLabel totalsRowShown tplc track trackRevisions trans transition transitionEntry transitionEvaluation trend
  trim tupleCache twoDigitTextYear tx tx1 tx2 txBox txbx ty type typeface u uBound ua uiExpand uiObject uiPriority uid
  uidLast uidp un unbalanced unbalancedGroup unboundColumnsLeft unboundColumnsRight underflow undone ungrouping
  unhideWhenUsed uniqueCount uniqueId uniqueList uniqueMemberProperty uniqueName uniqueParent unit unlockedFormula
  updateAutomatic updateLinks updateMode updatedVersion upgradeOnRefresh upright uri url usb0 usb1 usb2 usb3 useA
  useAutoFormatting useBgFill useDef useFirstPageNumber useLongFilenames usePrinterDefaults useTimings useWholeDay
  usedByAddin user userDrawn userId userName userProvider userSized userdrawn userhidden v vAnchor vMerge vMergeOrig
  vSpace vacatedStyle val valIso value valueType varPSubtotal varScale varSubtotal vbProcedure vendorID version vert
  vertAnchor vertBarState vertCompress vertOverflow vertical verticalBar verticalBorder verticalCentered verticalDpi
  verticies vid view viewedRegionType viewpoint viewpointorigin viewportSz visibility visible visibleStyles
  visualTotals visualTotalsForSets vm vml vocabulary vol w wR warnBelowVersion weight weightExpression west width
  widthMin windowHeight windowProtection windowWidth workbookAlgorithmName workbookHashValue workbookParameter
  workbookPassword workbookSaltValue workbookSpinCount workbookViewId wrap wrapText wrapcoords x x1 x2 xAlign xSplit
  xWindow xfDxf xfId xfrmType xl2000 xl97 xlm xml xmlDataType xpath xrange xscale y y1 y2 yAlign ySplit yWindow year
  yrange z z-order zOrder zOrderOff zeroHeight zeroValues zoom zoomContents zoomScale zoomScaleNormal
  zoomScalePageLayoutView zoomScaleSheetLayoutView zoomToFit
  `
    .trim()
    .split(/\s+/),
);
