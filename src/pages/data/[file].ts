import type { APIRoute } from 'astro';
import { catalog } from '../../catalog/catalog.ts';
import {
  type DataFormat,
  type DataSetId,
  dataFile,
  dataFormats,
  dataSet,
  dataSetIds,
} from '../../catalog/data-sets.ts';
import { readSettings } from '../../settings.ts';
import { dataNotice } from './_words.ts';

export const getStaticPaths = () =>
  dataSetIds.flatMap((id) =>
    dataFormats.map((format) => ({ params: { file: `${id}.${format}` }, props: { id, format } })),
  );

const types: Record<DataFormat, string> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

export const GET: APIRoute<{ id: DataSetId; format: DataFormat }> = async ({ props, site }) => {
  const { id, format } = props;
  const { edition } = readSettings(process.env);
  const set = dataSet(id, await catalog(), site);
  return new Response(dataFile(set, format, dataNotice(edition === 'network')), {
    headers: { 'content-type': types[format] },
  });
};
