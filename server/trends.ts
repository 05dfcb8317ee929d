import 'server-only';
import type { Fault } from '@/domain/fault';
import type { StandingFilter } from '@/domain/standing-view';
import type { ViewAnswers, ViewName } from '@/domain/view/views';
import type { Visibility } from './incident-search';
import { askedBy, type Refused } from './standing';
import type { ParsedView } from './trends/ask';
import { ASKS } from './trends/views';

type Answered<Shown> =
  | {
      readonly ok: true;
      readonly shown: Shown;
      /** The filter as asked; the answer holds it as answered. */
      readonly asked: StandingFilter;
      readonly etag: string;
    }
  | Refused
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A view of the trends for an address, as one reader sees it. */
export async function trendsView<Name extends ViewName>(
  name: Name,
  parameters: URLSearchParams,
  visibility: Visibility,
): Promise<Answered<ViewAnswers[Name]>> {
  const parsed: ParsedView<ViewAnswers[Name]> = ASKS[name](parameters);
  if (!parsed.ok) return parsed;
  const answer = parsed.answer(await askedBy(parsed.filter, visibility));
  if (!answer.ok) return answer;
  return { ok: true, shown: answer.value, asked: parsed.filter, etag: answer.tag };
}
