import type { Asset } from '../../wire/sent.ts';
import type { UploadId } from '../../wire/upload.ts';
import type { WorkSession as Session } from '../login/signed-in.ts';
import type { FileAddress } from '../repository/content-address.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { fileOf } from '../requests/sent-paths.ts';
import { sentences } from '../requests/sentences.ts';
import { sentences as uploadSentences } from '../uploads/sentences.ts';
import { decapPath } from './decap-paths.ts';
import type { ProtocolParts } from './protocol-parts.ts';

/** A file that a save brings, with its bytes. */
export type SentFile = { readonly address: FileAddress; readonly bytes: Uint8Array };

/** How many of the largest files one save may bring at once. */
const largestFilesOfOneSave = 4;

/**
 * Has a save done with the bytes of the files that it brings: those that lie in the request, and those that were sent
 * before.
 * @throws RefusedRequest where they are no base64, kept no longer, or too much for one save
 */
export const withSentFiles = async <Result>(
  { settings, uploads }: Pick<ProtocolParts, 'settings' | 'uploads'>,
  { who }: Session,
  assets: readonly Asset[],
  save: (files: readonly SentFile[]) => Promise<Result>,
): Promise<Result> => {
  const ids = assets.flatMap((asset) => ('upload' in asset ? [asset.upload] : []));
  if (ids.length === 0) return save(assets.map((asset) => sentFile(asset, bytesInside(asset))));

  const most = largestFilesOfOneSave * settings.maxFileBytes;
  if (uploads.sizeOf(who, ids) > most) {
    throw new RefusedRequest(413, uploadSentences.tooMuchOfOneSave(most / 1024 / 1024));
  }
  return uploads.savedWith(who, ids, (found) => {
    const bytesOf = new Map<UploadId, Uint8Array | null>(
      ids.map((id, place) => [id, found[place] ?? null]),
    );
    const files = assets.map((asset) => ({
      asset,
      bytes: 'upload' in asset ? (bytesOf.get(asset.upload) ?? null) : bytesInside(asset),
    }));
    const gone = files.filter(({ bytes }) => bytes === null);
    if (gone.length > 0) {
      throw new RefusedRequest(422, uploadSentences.gone, {
        gone: gone.map(({ asset }) => decapPath(fileOf(asset.path))),
      });
    }
    return save(files.flatMap(({ asset, bytes }) => (bytes ? [sentFile(asset, bytes)] : [])));
  });
};

const sentFile = ({ path }: Asset, bytes: Uint8Array): SentFile => ({
  address: fileOf(path),
  bytes,
});

/** The bytes that lie in the request itself. How many they can be is the limit of every request with a text. */
const bytesInside = (asset: Asset): Uint8Array => {
  if ('upload' in asset) throw new Error('These bytes were sent before.');
  const { content, encoding } = asset;
  // Buffer passes over what is no base64, so that a damaged file would be stored without a word.
  const bytes = Buffer.from(content, encoding);
  if (bytes.toString(encoding) !== content) {
    throw new RefusedRequest(422, sentences.unreadableFile);
  }
  return bytes;
};
