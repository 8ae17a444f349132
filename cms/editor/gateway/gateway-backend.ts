import { type Asset, type DataFile, ProxyBackend } from 'decap-cms-backend-proxy';
import type { ComponentType } from 'react';
import type { NamedContributor } from '../../wire/contributor.ts';
import {
  type ActionAnswer,
  type ActionName,
  type ActionRequest,
  isActionName,
} from '../../wire/decap-actions.ts';
import type { FieldProblem } from '../../wire/field-problem.ts';
import type { ToldConflict } from '../../wire/refusal.ts';
import { routes } from '../../wire/routes.ts';
import { act, askGateway, Refusal, unreadableAnswer } from './ask-gateway.ts';
import { isText } from './conflict-words.ts';
import { entryFolder } from './entry-path.ts';
import { createSeenVersions, type SeenVersions, type Version } from './seen-versions.ts';

/** What the backend tells the person, and asks. */
export type Notices = {
  /** Lists what is wrong with an entry; an empty list takes the last one away. @param path of its text */
  showProblems(path: string, problems: readonly FieldProblem[]): void;
  /**
   * Shows who was faster, with what of the text that is stored now differs from the person's own.
   * @param texts `stored` is null where it could not be read
   * @returns whether the person wants to save over it
   */
  askAboutConflict(
    sentence: string,
    conflicts: readonly ToldConflict[],
    texts: { readonly stored: string | null; readonly mine: string },
  ): Promise<boolean>;
  /** Follows a publication until the page is live. */
  followPublication(path: string): void;
  say(sentence: string): void;
};

export type BackendParts = {
  readonly who: NamedContributor;
  readonly notices: Notices;
  /** Shown where Decap finds nobody signed in. */
  readonly signInAgain: ComponentType;
  /** Goes from the form to the list of a collection. */
  openList(collection: string): void;
  /** Leaves the editor, after somebody has signed out. */
  leave(): void;
};

type Saving = ActionRequest<'persistEntry'>;

/**
 * Makes the class that Decap talks to: its own proxy backend, which says from which version each save began, and tells
 * the person in plain words what the gateway answered.
 */
export const createGatewayBackend = ({
  who,
  notices,
  signInAgain,
  openList,
  leave,
}: BackendParts) => {
  const user = {
    login: who.name,
    name: who.name,
    // Decap's word for people who propose and do not publish: it leaves 公開待ち to the editors.
    useOpenAuthoring: who.role === 'contributor',
  };

  return class GatewayBackend extends ProxyBackend {
    readonly #seen: SeenVersions = createSeenVersions();

    override authComponent() {
      return signInAgain as ComponentType<never>;
    }
    override async restoreUser() {
      const { who: now } = await askGateway(routes.session);
      if (!now) throw new Refusal('サインインし直してください。', 401);
      return user;
    }
    override authenticate() {
      return this.restoreUser();
    }
    override async logout() {
      await askGateway(routes.signOut);
      leave();
    }

    override async request({ action, params }: { action: string; params: never }) {
      if (!isActionName(action)) throw new Refusal(unreadableAnswer, 0);
      return this.#act(action, params);
    }

    async #act<Name extends ActionName>(
      action: Name,
      params: ActionRequest<Name>,
    ): Promise<ActionAnswer<Name>> {
      const answer = await act(action, params, this.branch);
      this.#seen.learn(action, answer);
      return answer;
    }

    /** An entry that is not the person's to edit: Decap would go on loading it for ever. */
    override async unpublishedEntry(key: { id?: string; collection?: string; slug?: string }) {
      try {
        return await super.unpublishedEntry(key);
      } catch (error) {
        if (error instanceof Refusal && error.status === 403) {
          notices.say(error.message);
          openList(key.collection ?? '');
        }
        throw error;
      }
    }

    /** Files lie beside entries, and nowhere else: for a new entry there are none. */
    override async getMedia(folder = '') {
      return isEntryFolder(folder) ? super.getMedia(folder) : [];
    }

    override async persistEntry(
      { dataFiles, assets }: { dataFiles: DataFile[]; assets: Asset[] },
      options: Saving['options'],
    ) {
      const serialized = await Promise.all(assets.map(serialize));
      const paths = [...dataFiles.map(({ path }) => path), ...serialized.map(({ path }) => path)];
      const params = {
        branch: this.branch,
        dataFiles,
        assets: serialized,
        options: { ...options, status: options.status || this.options.initialWorkflowStatus },
      };
      return this.#persist(params, this.#seen.basis(paths, options.unpublished === true));
    }

    /** Saves; after a conflict once more, over what is stored, if the person wants that. */
    async #persist(
      params: Omit<Saving, 'basedOn'>,
      basedOn: Record<string, Version>,
    ): Promise<ActionAnswer<'persistEntry'>> {
      const [file] = params.dataFiles;
      try {
        const answer = await this.#act('persistEntry', { ...params, basedOn });
        this.#seen.replace(answer.versions);
        notices.showProblems(file?.path ?? '', answer.problems);
        return answer;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (file && error.problems.length > 0) notices.showProblems(file.path, error.problems);
        if (!file || error.conflicts.length === 0) throw error;
        const { message, conflicts } = error;
        const stored = conflicts.find(({ path }) => isText(path))?.text ?? null;
        if (!(await notices.askAboutConflict(message, conflicts, { stored, mine: file.raw })))
          throw error;
        return this.#persist(params, { ...basedOn, ...versionsIn(conflicts) });
      }
    }

    override async publishUnpublishedEntry(collection: string, slug: string) {
      try {
        const answer = await super.publishUnpublishedEntry(collection, slug);
        notices.followPublication(entryFolder(collection, slug));
        return answer;
      } catch (error) {
        if (error instanceof Refusal && error.conflicts.length > 0) {
          await this.#layOver(collection, slug, error);
        }
        throw error;
      }
    }

    /** The published text was changed since the draft began: the draft takes its place if the person wants that. */
    async #layOver(collection: string, slug: string, { message, conflicts }: Refusal) {
      const text = conflicts.find(({ path }) => isText(path));
      if (!text) return;
      const { path, id, raw } = await this.#draftText(collection, slug);
      const texts = { stored: text.text, mine: raw };
      if (!(await notices.askAboutConflict(message, conflicts, texts))) return;
      await this.#act('persistEntry', {
        branch: this.branch,
        dataFiles: [{ path, slug, raw }],
        assets: [],
        options: { collectionName: collection, useWorkflow: true, unpublished: true },
        basedOn: { [path]: id },
        over: text.current,
      });
      notices.say(
        '公開中の内容に代わる投稿案として保存し、確認依頼に戻しました。画面を開き直して内容を確かめ、もう一度公開してください。',
      );
    }

    /** The text of a draft as it is stored. Asks without learning: to look at a version is not to begin from it. */
    async #draftText(collection: string, slug: string) {
      const { diffs } = await act('unpublishedEntry', { collection, slug }, this.branch);
      const file = diffs.find(({ path }) => isText(path));
      if (!file) throw new Refusal('投稿案の本文が見つかりませんでした。', 404);
      const { path, id } = file;
      const key = { collection, slug, path, id };
      const { data } = await act('unpublishedEntryDataFile', key, this.branch);
      return { path, id, raw: data };
    }
  };
};

/** Reads a file without fetching it from its own address, which the page's policy does not allow. */
const serialize = async (asset: Asset): Promise<Saving['assets'][number]> => ({
  path: asset.path.normalize('NFC'),
  content: asset.fileObj ? await base64(asset.fileObj) : await asset.toBase64(),
  encoding: 'base64',
});

const base64 = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split('base64,')[1] ?? '');
    reader.onerror = () =>
      reject(new Refusal('ファイルを読み込めませんでしたので、選び直してください。', 0));
    reader.readAsDataURL(file);
  });

const isEntryFolder = (folder: string): boolean => folder.split('/').length > 2;

const versionsIn = (conflicts: readonly ToldConflict[]): Record<string, Version> =>
  Object.fromEntries(conflicts.map(({ path, current }) => [path, current]));
