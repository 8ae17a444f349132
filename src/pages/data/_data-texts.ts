import {
  type DataFormat,
  type DataSet,
  type DataSetId,
  dataFile,
  dataFormats,
  dataSet,
  dataSetIds,
} from '../../catalog/data-sets.ts';
import { onceForCatalog } from '../../catalog/once-for-catalog.ts';
import { readSettings } from '../../settings.ts';
import { dataNotice } from './_words.ts';

/** A data set with the texts of its files. */
export type DataTexts = { id: DataSetId; set: DataSet; texts: Record<DataFormat, string> };

/** All data sets of a content with the texts of their files, which two routes ask for. */
export const dataTexts = onceForCatalog((from): DataTexts[] => {
  const { edition, siteUrl } = readSettings(process.env);
  const notice = dataNotice(edition === 'network');
  const site = siteUrl === undefined ? undefined : new URL(siteUrl);
  return dataSetIds.map((id): DataTexts => {
    const set = dataSet(id, from, site);
    const [json, csv] = dataFormats.map((format) => dataFile(set, format, notice)) as [
      string,
      string,
    ];
    return { id, set, texts: { json, csv } };
  });
});
