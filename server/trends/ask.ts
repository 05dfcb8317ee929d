import 'server-only';
import type { z } from 'zod';
import type { Fault } from '@/domain/fault';
import type { Incident } from '@/domain/incident';
import { parseParameters } from '@/domain/parameters';
import { parseStandingFilter, standingFilterSchema } from '@/domain/standing-filter';
import type { StandingFilter } from '@/domain/standing-view';
import type { World } from '@/domain/view/world';
import { processWide } from '@/server/process-wide';
import { Recent } from '@/server/recent';
import { type Asked, answerFrom, type StandingAnswer } from '@/server/standing-answer';

/** A question that an address asks of a view: the filter, and how it is answered. */
export interface ViewQuestion<Shown> {
  readonly ok: true;
  readonly filter: StandingFilter;
  readonly answer: (asked: Asked) => StandingAnswer<Shown>;
}

export type ParsedView<Shown> =
  | ViewQuestion<Shown>
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** How a view reads an address. */
export type Ask<Shown> = (parameters: URLSearchParams) => ParsedView<Shown>;

/** Answers kept of one view for one version of the corpus as one reader sees it. */
const KEPT = 32;

const FILTER = new Set(Object.keys(standingFilterSchema.shape));

const pick = (parameters: URLSearchParams, wanted: (name: string) => boolean) =>
  new URLSearchParams([...parameters].filter(([name]) => wanted(name)));

/**
 * A view of the trends: the parameters it has beside those of the filter, and how it is shaped.
 * The world it is shaped from is swept once for all views; answers are kept with it.
 */
export function view<More extends object, Shown extends object>(
  name: string,
  more: z.ZodType<More, unknown>,
  shape: (world: World, filter: StandingFilter, more: More) => Shown,
): Ask<Shown> {
  const kept = processWide(`view ${name}`, () => ({
    answers: new WeakMap<readonly Incident[], Recent<Shown>>(),
  }));
  return (parameters) => {
    const filter = parseStandingFilter(pick(parameters, (one) => FILTER.has(one)));
    const own = parseParameters(
      more,
      pick(parameters, (one) => !FILTER.has(one)),
    );
    if (!filter.ok || !own.ok)
      return {
        ok: false,
        faults: [filter, own].flatMap((one) => (one.ok ? [] : one.faults)),
      };
    return {
      ok: true,
      filter: filter.filter,
      answer: (asked) => {
        const { incidents } = asked.source;
        const answers = kept.answers.get(incidents) ?? new Recent<Shown>(KEPT);
        kept.answers.set(incidents, answers);
        return answerFrom(
          asked,
          (world, key) => answers.get(key, () => shape(world(), filter.filter, own.value)),
          `${name} ${JSON.stringify(own.value)}`,
        );
      },
    };
  };
}
