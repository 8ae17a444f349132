import { relationshipsOf } from '../relationships.ts';
import type { FindRecords } from './office-record.ts';

/** What stands under 「詳細プロパティ」「ユーザー設定」: also the mail addresses that Outlook notes there. */
export const customProperties: FindRecords = (officePackage) =>
  [...relationshipsOf(officePackage, '').values()].some(({ type }) => type === 'custom-properties')
    ? [
        {
          place: '文書のプロパティ（ユーザー設定）',
          remove: (edit) => edit.dropRelationships('', ({ type }) => type === 'custom-properties'),
        },
      ]
    : [];
