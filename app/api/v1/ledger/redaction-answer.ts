import type { RedactionMisfit, RedactionResult } from '@/server/ledger/redaction';
import { forbidden, problem } from '@/server/problem';

const WORDS: Readonly<Record<RedactionMisfit, string>> = {
  redacted: 'This payload was redacted already.',
  root: 'A daily root names nobody and stays.',
  pending: 'A redaction of this entry was asked for already; a second person has to decide.',
  not_asked: 'Nobody has asked for a redaction of this entry.',
};

type Refused = Extract<RedactionResult, { readonly ok: false }>['code'];

const isMisfit = (code: Refused): code is RedactionMisfit => Object.hasOwn(WORDS, code);

/** A redaction that may not be or does not fit, as an answer. */
export function refusedRedaction(code: Refused): Response {
  if (!isMisfit(code)) return forbidden(code);
  return problem({ status: 409, title: 'Does not fit', code, detail: WORDS[code] });
}
