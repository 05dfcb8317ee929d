import { type ConsequenceLine, type ConsequenceVerdict, labelsOf } from './consequence-line';
import type { Instant } from './dates';
import { groupBy } from './group';
import { instant } from './trace-step';

const OF_CODE = {
  PARTY: 'parties',
  TIME: 'time',
  CONDUCT: 'conduct',
  OBJECT: 'object',
  INTENT: 'intent',
  SEVERITY: 'severity',
  EXCEPTION: 'exception',
  RESERVATION: 'reservation',
} as const;

/** A day without its year where that is this year: "12 March". */
function dayText(at: Instant, now: Instant): string {
  const day = instant(at);
  const year = ` ${new Date(now).getUTCFullYear()}`;
  return day.endsWith(year) ? day.slice(0, -year.length) : day;
}

const PLAIN: Readonly<Record<ConsequenceVerdict, string>> = {
  VIOLATION_COMMISSION: 'likely violation',
  VIOLATION_OMISSION: 'likely violation',
  DISPUTED: 'disputed',
  PENDING: 'pending',
  UNDECIDABLE: 'undecidable',
  DISCHARGED: 'with the duty met',
  NOT_ATTRIBUTABLE: 'not attributable',
  NOT_COVERED: 'not covered',
};

/** What a line is counted as: "pending until 12 March", "not covered (object)". */
function kindOf({ verdict, deadline, missing, code, accused }: ConsequenceLine, now: Instant) {
  const plain = PLAIN[verdict];
  switch (verdict) {
    case 'PENDING':
      return deadline === null ? plain : `${plain} until ${dayText(deadline, now)}`;
    case 'UNDECIDABLE':
      return missing.length === 0 ? plain : `${plain}: ${labelsOf(missing)} missing`;
    case 'NOT_ATTRIBUTABLE':
      return accused === null ? `${plain}: no state is accused` : plain;
    case 'NOT_COVERED':
      return code === null ? plain : `${plain} (${OF_CODE[code]})`;
    default:
      return plain;
  }
}

/**
 * All lines in one sentence: "Would be tested under 4 pacts: 1 likely violation, 1 pending until 12
 * March, 1 undecidable: notification date missing, 1 not covered (object)". Pacts that do not bind
 * the states concerned are not counted.
 */
export function consequenceSummary(lines: readonly ConsequenceLine[], now: Instant): string {
  const tested = lines.filter(({ code }) => code !== 'PARTY');
  if (tested.length === 0) return 'No pact of the library binds the states concerned';
  const counts = [...groupBy(tested, (line) => kindOf(line, now))].map(([kind, { length }]) =>
    kind === 'likely violation' && length > 1 ? `${length} likely violations` : `${length} ${kind}`,
  );
  return `Would be tested under ${tested.length} ${tested.length === 1 ? 'pact' : 'pacts'}: ${counts.join(', ')}`;
}
