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
import type { FilesOfSave, FormFiles, SentFile } from './form-files.ts';
import { filesLost, pathBeside, refusedFiles } from './saved-files.ts';
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
  /** The files that were chosen in the form. */
  readonly files: FormFiles;
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
  files,
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

    /**
     * Saves the text with the files that were chosen for it. Decap brings the files of the draft along as well, which are
     * there already.
     */
    override async persistEntry(
      { dataFiles, assets }: { dataFiles: DataFile[]; assets: Asset[] },
      options: Saving['options'],
    ) {
      const [file] = dataFiles;
      if (!file) throw new Refusal(unreadableAnswer, 0);
      const ofSave = await files.toSave(file.raw);
      const status = options.status || this.options.initialWorkflowStatus;
      const params = { branch: this.branch, dataFiles, options: { ...options, status } };
      const beside = ofSave.sent.map(({ name }) => pathBeside(file.path, name));
      const basis = this.#seen.basis([file.path, ...beside], options.unpublished === true);
      const answer = await this.#persist(params, ofSave, ofSave.sent, basis);
      const lost = filesLost(answer.versions, assets, file.raw);
      if (lost.length === 0) return answer;
      const again = await Promise.all(lost.map((each) => files.send(each.name, each.file)));
      return this.#persist(params, ofSave, again, answer.versions);
    }

    /**
     * Saves; after a conflict once more, over what is stored, if the person wants that. A file that can't be saved is
     * told at its row, and the rest is saved without it.
     */
    async #persist(
      params: Omit<Saving, 'basedOn' | 'assets'>,
      ofSave: FilesOfSave,
      sent: readonly SentFile[],
      basedOn: Readonly<Record<string, Version>>,
    ): Promise<ActionAnswer<'persistEntry'>> {
      const [{ path, raw } = { path: '', raw: '' }] = params.dataFiles;
      const assets = sent.map(({ name, upload }) => ({ path: pathBeside(path, name), upload }));
      try {
        const answer = await this.#act('persistEntry', { ...params, assets, basedOn });
        this.#seen.replace(answer.versions);
        ofSave.saved(path, sent);
        notices.showProblems(path, answer.problems);
        return answer;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { message, conflicts } = error;
        const { gone, unsafe, left } = refusedFiles(path, sent, error);
        for (const { name } of gone) ofSave.lose(name, message);
        for (const { file, problems } of unsafe) ofSave.refuse(file.name, message, problems);
        if (left) return this.#persist(params, ofSave, left, basedOn);
        if (error.problems.length > 0) notices.showProblems(path, error.problems);
        if (conflicts.length === 0) throw error;
        const stored = conflicts.find((conflict) => isText(conflict.path))?.text ?? null;
        if (!(await notices.askAboutConflict(message, conflicts, { stored, mine: raw })))
          throw error;
        return this.#persist(params, ofSave, sent, { ...basedOn, ...versionsIn(conflicts) });
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

const isEntryFolder = (folder: string): boolean => folder.split('/').length > 2;

const versionsIn = (conflicts: readonly ToldConflict[]): Record<string, Version> =>
  Object.fromEntries(conflicts.map(({ path, current }) => [path, current]));
