import { type Clause, type DueDiligence, type Pact, pactSchema } from '@/domain/pact';
import { COMMISSION_LIMBS } from '@/domain/vocabulary';

/** The day asked about: the end of the day on which the made-up corpus was compiled. */
export const AS_OF = Date.parse('2026-11-22T23:59:59.999Z');

const WINDOWS: DueDiligence = {
  limbs: ['TERRITORY'],
  knowledge: 'actual_or_constructive',
  ...{ ackHours: 168, ackHoursUrgent: 48, actDays: 30, actDaysUrgent: 10, urgentFromSeverity: 4 },
  ...{ maxExtensionFrac: 0.5, progressDays: 365, notifyDays: 30, constructiveLagDays: 14 },
};
const SLOWER: DueDiligence = {
  ...{ ...WINDOWS, ackHours: 336, actDays: 60, actDaysUrgent: 20, constructiveLagDays: 30 },
  ...{ progressDays: 540, notifyDays: 60 },
};
const TOLD_ONLY: DueDiligence = {
  ...{ ...WINDOWS, limbs: ['TERRITORY', 'NATIONAL'], knowledge: 'actual' },
  ...{ actDays: 45, urgentFromSeverity: 5, maxExtensionFrac: 0.25, notifyDays: 120 },
};

const STRICT: Clause['theta'] = { state: 0.75, link: 0.5, minClusters: 2 };
const PLAIN: Clause['theta'] = { state: 0.6, link: 0.4, minClusters: 2 };
const SINGLE: Clause['theta'] = { state: 0.5, link: 0.5, minClusters: 1 };

type Own = Pick<Clause, 'text' | 'conduct' | 'objects'> & Partial<Clause>;

const clause = (number: number, own: Own): Clause => ({
  id: `c${number}`,
  reference: `Article ${number}`,
  conductExclusions: [],
  objectExclusions: [],
  intentRequired: null,
  commissionLimbs: [...COMMISSION_LIMBS],
  dueDiligence: WINDOWS,
  minSeverity: { commission: 1, dueDiligence: 2 },
  theta: STRICT,
  exceptions: [],
  reservations: [],
  reciprocity: 'symmetric',
  ...own,
});

const CLAUSES: readonly Own[] = [
  {
    text: 'No party takes data from public bodies, parties or media of another and publishes it.',
    conduct: ['data-theft-and-doxing'],
    objects: ['political-party', 'government', 'media', 'civil-society', 'electorate'],
  },
  {
    text: 'No party deceives the public of another about who speaks, or tampers with its elections.',
    conduct: ['covert-personas', 'forged-content', 'election-process-tampering'],
    objects: ['government', 'political-party', 'electorate', 'end-users', 'media'],
    dueDiligence: SLOWER,
    theta: PLAIN,
  },
  {
    text: 'No party takes trade secrets or research of another for commercial advantage.',
    conduct: ['data-theft'],
    objects: ['corporate', 'science', 'defence-industry', 'critical-infrastructure', 'unknown'],
    intentRequired: 'commercial-advantage',
    exceptions: [{ code: 'law_enforcement', burden: 'invoker' }],
  },
  {
    text: 'No party damages or disables installations on which the public of another depends.',
    conduct: ['disruption', 'data-destruction', 'sabotage'],
    objects: ['critical-infrastructure', 'election-infrastructure', 'military'],
    severityShift: { 'critical-infrastructure': 1, 'election-infrastructure': 2, military: -1 },
    minSeverity: { commission: 2, dueDiligence: 3 },
  },
  {
    text: 'Each party acts against those who extort by ransomware from its territory.',
    conduct: ['ransomware'],
    objects: ['corporate', 'critical-infrastructure', 'government', 'media', 'science'],
    commissionLimbs: [],
    dueDiligence: SLOWER,
    theta: PLAIN,
  },
  {
    text: 'No party enters networks of government or infrastructure of another, save military ones.',
    conduct: ['hijacking-with-misuse', 'hijacking-without-misuse'],
    objects: ['government', 'legislature', 'critical-infrastructure', 'military'],
    objectExclusions: ['military', 'military-vessel', 'military-aircraft'],
    dueDiligence: null,
    theta: SINGLE,
  },
  {
    text: 'No party takes data of parties, associations or media of another.',
    conduct: ['data-theft', 'data-theft-and-doxing'],
    objects: ['political-party', 'civil-society', 'media', 'electorate'],
    conductExclusions: ['data-theft-and-doxing'],
    dueDiligence: TOLD_ONLY,
    theta: PLAIN,
    minSeverity: { commission: 2, dueDiligence: 2 },
  },
  {
    text: 'Each party stops disruption of public services and media of another from its territory.',
    conduct: ['disruption'],
    objects: ['government', 'media', 'civil-society'],
    commissionLimbs: [],
    dueDiligence: TOLD_ONLY,
  },
  {
    text: 'No party takes data from the government of another.',
    conduct: ['data-theft', 'data-theft-and-doxing'],
    objects: ['government', 'judiciary', 'international-organisation'],
    dueDiligence: null,
    exceptions: [{ code: 'countermeasure', burden: 'invoker' }],
    reservations: [
      {
        party: 'US',
        text: 'Not as regards data that are not published.',
        conduct: ['data-theft'],
        objects: [],
      },
    ],
    reciprocity: 'reserved',
  },
  {
    text: 'Each party prevents grave harm to infrastructure and private persons of another.',
    conduct: ['disruption', 'ransomware', 'data-destruction', 'hijacking-with-misuse'],
    objects: ['critical-infrastructure', 'end-users', 'science'],
    commissionLimbs: [],
    minSeverity: { commission: 3, dueDiligence: 3 },
    theta: SINGLE,
  },
];

/**
 * The pact of the bench: ten clauses between the two states that the made-up corpus accuses most,
 * each of which covers between 2 and 7 % of the cases. Every test of method.md 1 occurs.
 */
export const BENCH_PACT: Pact = pactSchema.parse({
  format: 'servanda.pact/1',
  id: 'bench-ten-clauses',
  version: 1,
  title: 'Ten clauses to measure with',
  summary: 'Made up, so that every test of a clause occurs.',
  kind: 'hypothetical',
  referenceOnly: false,
  origin: 'Made up for the bench',
  parties: [{ code: 'RU' }, { code: 'US' }],
  assumedInForce: {
    ...{ date: '2010-01-01', precision: 'day', reason: 'Made up', alternatives: [] },
  },
  adherence: [],
  sources: [],
  clauses: CLAUSES.map((own, at) => clause(at + 1, own)),
});
