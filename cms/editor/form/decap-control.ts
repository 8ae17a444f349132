import type { Ref } from 'react';
import { useImperativeHandle } from 'react';

/** What Decap gives to each control, as far as the form's own use it. */
export type DecapControlProps = {
  readonly forID: string;
  readonly field: { get(name: string): unknown };
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly ref?: Ref<DecapControl>;
};

/** What Decap asks of a control when it saves. */
export type DecapControl = { isValid(): Validity; focus(): void };
type Validity = true | { error: { message: string } };

/**
 * Answers Decap's questions: nothing is checked here but what Decap checks itself; the gateway names the problems.
 * @param problem what keeps the field from being saved at all, if anything does
 */
export const useDecapControl = (
  ref: Ref<DecapControl> | undefined,
  id: string,
  problem: () => string | null = () => null,
): void =>
  useImperativeHandle(
    ref,
    () => ({
      isValid() {
        const message = problem();
        return message === null ? true : { error: { message } };
      },
      focus: () => document.getElementById(id)?.focus(),
    }),
    [id, problem],
  );
