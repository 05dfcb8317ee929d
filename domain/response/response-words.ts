import { stateName } from '@/domain/states';
import { counted, figure, listed } from '@/domain/trend/wording';
import type { ResponseLevel } from './response-columns';
import type { ResponseView } from './response-curves';

/** What a level of the ladder stands for, in a chart. */
export const LEVEL_WORDS: Readonly<Record<ResponseLevel, string>> = {
  2: 'acknowledged',
  4: 'investigated',
  5: 'acted',
};

function comparedText({ compared }: ResponseView): string {
  const tests = compared.flatMap(({ level, test }) => (test === null ? [] : [{ level, test }]));
  const tried = tests.flatMap(({ level, test }) => ('code' in test ? [] : [{ level, test }]));
  if (tests.length === 0) return '';
  const needed = Math.max(0, ...tests.map(({ test }) => ('code' in test ? test.needed : 0)));
  if (tried.length === 0)
    return ` The curves are not compared: that takes ${counted(needed, 'answer')} of each party.`;
  const told = tried.map(
    ({ level, test }) =>
      `${LEVEL_WORDS[level]} ${test.chance < 0.001 ? 'below 0.001' : test.chance.toFixed(3)}`,
  );
  return ` Chance of as large a difference, were the parties alike (log-rank): ${listed(told)}.`;
}

/** How quickly each party answered, in words: the same things of each, in the order of the parties. */
export function responseSummary(view: ResponseView): string {
  if (view.curves.length === 0)
    return 'Nobody is on record as knowing of an incident in this time.';
  const parties = [...new Set(view.curves.map(({ party }) => party))];
  const told = parties.map((party) => {
    const own = view.curves.filter((curve) => curve.party === party);
    const levels = own.map(
      ({ level, events, median }) =>
        `${events} ${LEVEL_WORDS[level]}${median === null ? '' : median < 1 ? ' (half on the same day)' : ` (half within ${counted(Math.round(median), 'day')})`}`,
    );
    return `${counted(own[0]?.cases ?? 0, 'case')} that ${stateName(party)} knew of: ${listed(levels)}`;
  });
  return `Of ${told.join('; of ')}.${comparedText(view)}`;
}

/** Figures of the table below a curve: who was still unanswered on each day. */
export const riskText = (days: readonly number[], atRisk: readonly number[]): string =>
  days.map((day, at) => `day ${figure(day)}: ${figure(atRisk[at] ?? 0)}`).join(', ');
