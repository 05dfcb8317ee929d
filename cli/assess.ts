import { type Instant, isCalendarDay, parseAsOf, startOf, toDay, toIso } from '@/domain/dates';
import { type Dossier, dossierSchema } from '@/domain/dossier';
import { assess, type Finding, type Setting } from '@/domain/finding';
import type { Pact } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';
import type { PredicateResult } from '@/domain/predicates';
import { type CountingMode, type Standing, standings } from '@/domain/standing';
import { highestTlp, type Tlp, tlpLabel } from '@/domain/tlp';
import { type Read, readFile } from './input';
import { done, type Outcome, refused } from './outcome';
import { pactNamed } from './pacts';
import { table } from './table';

export interface AssessOptions {
  readonly file: string;
  readonly pact: string;
  readonly from?: string | undefined;
  readonly asOf?: string | undefined;
  readonly mode?: string | undefined;
  readonly json: boolean;
}

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : toIso(at));

const opinion = ({ lower, upper, clusters, predicate }: PredicateResult) => ({
  lower,
  upper,
  clusters,
  predicate,
});

const findingJson = (finding: Finding) => ({
  incident: finding.incident,
  clause: finding.clause,
  accused: finding.accused,
  verdict: finding.verdict,
  rule: finding.rule,
  failedCoverage: finding.failedCoverage,
  link: opinion(finding.link),
  state: opinion(finding.state),
  unattributed: finding.unattributed,
  conflict: finding.conflict,
  knownAt: isoOrNull(finding.knownAt),
  actBy: isoOrNull(finding.actBy),
  response: finding.response,
  flags: finding.flags,
});

const standingJson = ({ party, mode, word, index, low, high, counts }: Standing) => ({
  party,
  mode,
  word,
  index,
  low,
  high,
  counts,
});

interface Question {
  readonly dossier: Dossier;
  readonly pact: Pact;
  readonly setting: Setting;
  readonly counting: CountingMode;
}

function assumedEntry(from: string | undefined, pact: Pact): Read<Instant | undefined> {
  if (from === undefined) return { ok: true, value: undefined };
  if (pact.kind === 'historical')
    return {
      ok: false,
      faults: [`--from: ${pact.id} is historical; its entry into force is not assumed`],
    };
  if (!isCalendarDay(from))
    return { ok: false, faults: [`--from: expected a day such as 2016-01-01, found "${from}"`] };
  return { ok: true, value: startOf({ date: from, precision: 'day' }) };
}

function countingMode(mode = 'computed'): Read<CountingMode> {
  if (mode === 'computed' || mode === 'signed') return { ok: true, value: mode };
  return { ok: false, faults: [`--mode: expected computed or signed, found "${mode}"`] };
}

function asOfInstant(text: string): Read<Instant> {
  const asOf = parseAsOf(text);
  return asOf === null
    ? { ok: false, faults: [`--as-of: expected a day or an ISO instant in UTC, found "${text}"`] }
    : { ok: true, value: asOf };
}

const faultsIn = (...reads: readonly Read<unknown>[]): string[] =>
  reads.flatMap((read) => (read.ok ? [] : read.faults));

function ask(options: AssessOptions): Read<Question> {
  const dossier = readFile(options.file, dossierSchema);
  const pact = pactNamed(options.pact);
  const counting = countingMode(options.mode);
  const asked = options.asOf ?? (dossier.ok ? dossier.value.compiledOn : null);
  const asOf: Read<Instant> = asked === null ? { ok: true, value: 0 } : asOfInstant(asked);
  const from: Read<Instant | undefined> = pact.ok
    ? assumedEntry(options.from, pact.value)
    : { ok: true, value: undefined };
  if (!dossier.ok || !pact.ok || !counting.ok || !asOf.ok || !from.ok)
    return { ok: false, faults: faultsIn(dossier, pact, from, asOf, counting) };
  const setting: Setting = {
    policy: POLICY_2026_11,
    asOf: asOf.value,
    compiledOn: dossier.value.compiledOn,
    assumedFrom: from.value,
  };
  return {
    ok: true,
    value: { dossier: dossier.value, pact: pact.value, setting, counting: counting.value },
  };
}

/** The strictest marking of what a dossier holds. */
const markingOf = ({ incidents }: Question['dossier']): Tlp =>
  highestTlp(incidents.map(({ tlp }) => tlp));

const rounded = (value: number | null): string => (value === null ? '-' : value.toFixed(0));

function readable(
  { dossier, pact, setting }: Question,
  findings: Finding[],
  lines: Standing[],
): string {
  const stamp = pact.kind === 'hypothetical' ? '  HYPOTHETICAL: had this pact been in force' : '';
  const head = `${tlpLabel(markingOf(dossier))}\n${pact.title}${stamp}\nAs of ${toDay(setting.asOf)}, policy ${setting.policy.version}, computed, none signed`;
  if (pact.referenceOnly) return `${head}\nKept for its text and timeline; not scored.`;
  const covered = findings.filter(({ verdict }) => verdict !== 'NOT_COVERED');
  const shown = lines.filter(({ counted }) =>
    counted.some(({ verdict }) => verdict !== 'NOT_COVERED'),
  );
  return [
    head,
    table(
      ['Party', 'Mode', 'Finding', 'Index', 'Band'],
      shown.map((line) => [
        line.party,
        line.mode,
        line.word,
        rounded(line.index),
        line.low === null ? '-' : `${rounded(line.low)}-${rounded(line.high)}`,
      ]),
    ),
    table(
      ['Incident', 'Clause', 'Accused', 'Verdict', 'Rule', 'Link', 'State', 'Flags'],
      covered.map((finding) => [
        finding.incident,
        finding.clause,
        finding.accused ?? '-',
        finding.verdict,
        finding.rule,
        finding.link.lower.toFixed(3),
        finding.state.lower.toFixed(3),
        finding.flags.join(' '),
      ]),
    ),
    `${findings.length} cases, ${findings.length - covered.length} of them not covered.`,
  ].join('\n\n');
}

/** `assess FILE --pact …`: every finding of a dossier under a pact, and how each party stands. */
export function assessCommand(options: AssessOptions): Outcome {
  const asked = ask(options);
  if (!asked.ok) return refused(...asked.faults);
  const { dossier, pact, setting, counting } = asked.value;
  const { incidents, monitoring } = dossier;
  const findings = assess(incidents, pact, setting);
  const lines = standings({ pact, incidents, findings, monitoring, setting, counting });
  if (!options.json) return done(readable(asked.value, findings, lines));
  return done(
    JSON.stringify({
      pact: pact.id,
      policy: setting.policy.version,
      asOf: toIso(setting.asOf),
      findings: findings.map(findingJson),
      standing: lines.map(standingJson),
    }),
  );
}
