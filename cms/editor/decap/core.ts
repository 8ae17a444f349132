// The one place that names Decap's inner modules. They import each other in circles, and only whole where `redux` comes
// first: whoever needs something of Decap's imports it from here. What is taken for granted of them is held by
// contract.test.ts and cms/e2e/decap-contract.test.ts. The package's own root is never imported: it starts Decap.
import 'decap-cms-core/dist/esm/redux';

export { loadConfig } from 'decap-cms-core/dist/esm/actions/config';
export {
  changeDraftField,
  changeDraftFieldValidation,
  createDraftFromEntry,
  createEmptyDraft,
  discardDraft,
  removeDraftEntryMediaFile,
} from 'decap-cms-core/dist/esm/actions/entries';
export { currentBackend } from 'decap-cms-core/dist/esm/backend';
export { default as EditorControlPane } from 'decap-cms-core/dist/esm/components/Editor/EditorControlPane/EditorControlPane';
export { getPhrases } from 'decap-cms-core/dist/esm/lib/phrases';
export { default as registry } from 'decap-cms-core/dist/esm/lib/registry';
export { selectFields } from 'decap-cms-core/dist/esm/reducers/collections';
export { default as createRootReducer } from 'decap-cms-core/dist/esm/reducers/combinedReducer';
export { type State, store } from 'decap-cms-core/dist/esm/redux';

// Gives Decap its stand-in for widgets that nobody registered.
import 'decap-cms-core/dist/esm/components/EditorWidgets';
