/**
 * What a command leaves behind: text for stdout, or one fault a line for stderr and the exit code
 * that goes with it, 1 where what was checked is not as it should be, 2 for usage and invalid files.
 */
export type Outcome =
  | { readonly ok: true; readonly output: string }
  | {
      readonly ok: false;
      readonly code: 1 | 2;
      readonly faults: readonly string[];
      readonly output?: string;
    };

export const done = (output: string): Outcome => ({ ok: true, output });
export const refused = (...faults: readonly string[]): Outcome => ({ ok: false, code: 2, faults });

/** A check that failed; `output` says the same to a program. */
export const failed = (fault: string, output?: string): Outcome => ({
  ...{ ok: false, code: 1, faults: [fault] },
  ...(output === undefined ? {} : { output }),
});
