import type { FieldProblem } from '../../wire/field-problem.ts';
import type { UploadId } from '../../wire/upload.ts';

/** How far a chosen file is on its way into the draft. */
export type UploadState =
  /** `part` of it has gone out, from 0 to 1; then the gateway looks into it. */
  | { readonly kind: 'sending'; readonly part: number }
  /** It waits for the save, with what a person should know of it. */
  | {
      readonly kind: 'kept';
      readonly upload: UploadId;
      readonly problems: readonly FieldProblem[];
    }
  | { readonly kind: 'saved' }
  /** It may not be stored: another has to be chosen. */
  | {
      readonly kind: 'refused';
      readonly sentence: string;
      readonly problems: readonly FieldProblem[];
    }
  /** It did not arrive, or is kept no longer. `canSendAgain`: its bytes are still at hand. */
  | {
      readonly kind: 'failed';
      readonly sentence: string;
      readonly canSendAgain: boolean;
      readonly isSignedOut: boolean;
    };
