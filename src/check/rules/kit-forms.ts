import { collections } from '../../schema/collections.ts';
import { problemAt } from '../problem.ts';
import { schemaField } from '../schema-field.ts';
import type { Rule } from '../world.ts';

/**
 * Steps of scenes that name a file which their kit does not offer. That the kit is there at all, known-targets.ts sees to;
 * of one that cannot be read nothing is said here.
 */
export const kitForms: Rule = ({ readings, readingAt }) =>
  readings.flatMap(({ entry, source: { lineOf } }) => {
    if (entry?.collection !== 'scenes') return [];
    return entry.data.steps.flatMap(({ file: form }, index) => {
      const kit = form && readingAt.get(form.kit)?.entry;
      if (kit?.collection !== 'kits') return [];
      const files = kit.data.attachments.map(({ file }) => file);
      if (files.includes(form?.file ?? '')) return [];
      const at = ['steps', index, 'file', 'file'];
      const field = schemaField(collections.scenes.schema, at).name;
      return [
        problemAt('kit-file-unknown', { path: entry.path, lineOf }, at, {
          field,
          value: form?.file ?? '',
          files,
        }),
      ];
    });
  });
