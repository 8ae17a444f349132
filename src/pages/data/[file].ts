import type { APIRoute } from 'astro';
import { catalog } from '../../catalog/catalog.ts';
import { type DataFormat, dataFormats } from '../../catalog/data-sets.ts';
import { dataTexts } from './_data-texts.ts';

type Props = { text: string; format: DataFormat };

export async function getStaticPaths() {
  return dataTexts(await catalog()).flatMap(({ id, texts }) =>
    dataFormats.map((format) => {
      const props: Props = { text: texts[format], format };
      return { params: { file: `${id}.${format}` }, props };
    }),
  );
}

const types: Record<DataFormat, string> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

export const GET: APIRoute<Props> = ({ props: { text, format } }) =>
  new Response(text, { headers: { 'content-type': types[format] } });
