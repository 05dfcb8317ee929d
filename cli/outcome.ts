/** What a command leaves behind: text for stdout, or one fault a line for stderr. */
export type Outcome =
  | { readonly ok: true; readonly output: string }
  | { readonly ok: false; readonly faults: readonly string[] };

export const done = (output: string): Outcome => ({ ok: true, output });
export const refused = (...faults: readonly string[]): Outcome => ({ ok: false, faults });
