import { fileURLToPath } from 'node:url';
import type { Claim } from '@/domain/claim';
import { DAY_MS, type Dated, type Instant, toDay } from '@/domain/dates';
import type { Dossier } from '@/domain/dossier';
import type { Incident, Notification, Response } from '@/domain/incident';
import type { ConductCode, ObjectCode } from '@/domain/vocabulary';
import { Chance } from './random';

const FIRST = Date.UTC(2005, 0, 1);
const LAST = Date.UTC(2026, 10, 1);
/** Day on which the made-up corpus was compiled. */
export const COMPILED = '2026-11-22';

const ACCUSED = [
  ['RU', 46],
  ['US', 30],
  ['CN', 12],
  ['IR', 4],
  ['KP', 4],
  ['GB', 2],
  ['UA', 2],
] as const;

const CONDUCT: readonly (readonly [ConductCode, number])[] = [
  ['data-theft', 26],
  ['data-theft-and-doxing', 12],
  ['disruption', 16],
  ['hijacking-with-misuse', 10],
  ['hijacking-without-misuse', 4],
  ['ransomware', 12],
  ['data-destruction', 3],
  ['sabotage', 2],
  ['election-process-tampering', 2],
  ['covert-personas', 6],
  ['forged-content', 3],
  ['unsafe-manoeuvre', 2],
  ['unsafe-air-manoeuvre', 2],
];

const OBJECTS: readonly (readonly [ObjectCode, number])[] = [
  ['government', 20],
  ['corporate', 18],
  ['critical-infrastructure', 14],
  ['political-party', 8],
  ['election-infrastructure', 3],
  ['electorate', 4],
  ['media', 8],
  ['civil-society', 6],
  ['science', 5],
  ['military', 5],
  ['end-users', 4],
  ['military-vessel', 2],
  ['military-aircraft', 2],
  ['unknown', 1],
];

const GRADES: readonly (readonly [
  Pick<Claim, 'reliability' | 'credibility' | 'basis'> & { type: Claim['claimant']['type'] },
  number,
])[] = [
  [{ type: 'security-company', basis: 'technical', reliability: 'B', credibility: 2 }, 34],
  [{ type: 'government', basis: 'legal', reliability: 'B', credibility: 1 }, 16],
  [{ type: 'government', basis: 'political', reliability: 'C', credibility: 3 }, 18],
  [{ type: 'media', basis: 'media', reliability: 'B', credibility: 3 }, 18],
  [{ type: 'legislature', basis: 'technical', reliability: 'A', credibility: 2 }, 5],
  [{ type: 'academic', basis: 'technical', reliability: 'B', credibility: 2 }, 5],
  [{ type: 'perpetrator', basis: 'self-claim', reliability: 'D', credibility: 4 }, 3],
  [{ type: 'court', basis: 'legal', reliability: 'A', credibility: 1 }, 1],
];

const SOURCES: Incident['sources'] = [
  { id: 's1', title: 'A synthetic report', publisher: 'Nobody', date: null, url: null },
];

/** A date of the precision that records have: mostly a day, at times only a month or a year. */
function dated(chance: Chance, at: Instant): Dated {
  const precision = chance.pick([
    ['day', 80],
    ['month', 15],
    ['year', 5],
  ] as const);
  const day = toDay(at);
  const date =
    precision === 'day'
      ? day
      : precision === 'month'
        ? `${day.slice(0, 7)}-01`
        : `${day.slice(0, 4)}-01-01`;
  return { date, precision };
}

const onDay = (at: Instant): Dated => ({ date: toDay(at), precision: 'day' });

function claimsOf(chance: Chance, suspect: string, started: Instant): Claim[] {
  const count = chance.pick([
    [1, 30],
    [2, 32],
    [3, 20],
    [4, 10],
    [6, 6],
    [0, 2],
  ] as const);
  const state = chance.is(0.45);
  return Array.from({ length: count }, (_, at): Claim => {
    const { type, basis, reliability, credibility } = chance.pick(GRADES);
    const other = chance.is(0.04);
    const retracted = chance.is(0.01);
    const accused = chance.is(0.04) ? chance.pick(ACCUSED) : suspect;
    const shared = at > 0 && chance.is(0.3);
    return {
      id: `c${at + 1}`,
      claimant: { name: `Claimant ${at + 1}`, type, state: null },
      accused: other ? null : accused,
      proposition: other
        ? 'OTHER'
        : state && chance.is(0.8)
          ? 'STATE'
          : chance.is(0.1)
            ? 'PRIVATE'
            : 'LINK',
      ...(state && chance.is(0.1) ? { limbs: ['INSTRUCTED' as const] } : {}),
      date: chance.is(0.1) ? null : dated(chance, started + chance.whole(1, 600) * DAY_MS),
      basis,
      reliability,
      credibility,
      likelihood: chance.pick([
        ['likely', 20],
        ['very_likely', 45],
        ['almost_certain', 35],
      ] as const),
      cluster: shared ? 'k1' : `k${at + 1}`,
      dependence: shared ? 'shared' : 'lead',
      derivedFrom: [],
      admission: chance.is(0.002),
      status: retracted ? 'retracted' : 'live',
      ...(retracted ? { retractedOn: onDay(started + chance.whole(700, 1200) * DAY_MS) } : {}),
      sources: ['s1'],
    };
  });
}

function noticesOf(
  chance: Chance,
  suspect: string,
  victim: string,
  started: Instant,
): Notification[] {
  if (!chance.is(0.28)) return [];
  return Array.from({ length: chance.whole(1, 2) }, (_, at) => ({
    id: `n${at + 1}`,
    at: onDay(started + chance.whole(20, 500) * DAY_MS),
    by: victim,
    to: suspect,
    channel: chance.pick([
      ['diplomatic', 60],
      ['public', 25],
      ['cert', 15],
    ] as const),
    asks: chance.is(0.8) ? 'To act against those responsible' : null,
    sources: ['s1'],
  }));
}

function responsesOf(chance: Chance, suspect: string, started: Instant): Response[] {
  if (!chance.is(0.35)) return [];
  return Array.from({ length: chance.whole(1, 2) }, (_, at) => ({
    id: `r${at + 1}`,
    at: onDay(started + chance.whole(25, 700) * DAY_MS),
    by: suspect,
    level: chance.pick([
      [1, 60],
      [2, 12],
      [3, 10],
      [4, 5],
      [5, 6],
      [6, 5],
      [0, 1],
      [-1, 1],
    ] as const),
    verified: chance.is(0.7),
    summary: 'A synthetic answer',
    sources: ['s1'],
    rebuttalEvidence: chance.is(0.02),
    acknowledgesLink: chance.is(0.04),
    endorsed: chance.is(0.005),
    requestedAssistance: chance.is(0.05),
  }));
}

function incidentOf(chance: Chance, number: number): Incident {
  const suspect = chance.pick(ACCUSED);
  const victim = suspect === 'US' ? (chance.is(0.85) ? 'RU' : 'CN') : chance.is(0.8) ? 'US' : 'DE';
  const started = FIRST + Math.floor(chance.next() ** 0.6 * ((LAST - FIRST) / DAY_MS)) * DAY_MS;
  const start = dated(chance, started);
  const ongoing = chance.is(0.03);
  const ends = !ongoing && chance.is(0.5);
  const second = chance.is(0.25) ? [chance.pick(OBJECTS)] : [];
  return {
    id: `synthetic-${`${number}`.padStart(7, '0')}`,
    title: `Synthetic incident ${number}`,
    summary: 'Made up by a generator with a fixed seed; nothing of this happened.',
    started: start,
    ended: ends ? onDay(started + 366 * DAY_MS + chance.whole(0, 90) * DAY_MS) : null,
    ongoing,
    recurring: chance.is(0.08),
    recursOf: [],
    disclosed: chance.is(0.8) ? onDay(started + chance.whole(0, 300) * DAY_MS) : null,
    victimStates: chance.is(0.1) ? [victim, 'FR'] : [victim],
    victims: ['A victim'],
    conduct: [chance.pick(CONDUCT)],
    objects: [...new Set([chance.pick(OBJECTS), ...second])],
    intent: chance.pick([
      ['political-effect', 45],
      ['commercial-advantage', 25],
      ['none-apparent', 15],
      [null, 15],
    ] as const),
    severity: chance.pick([
      [1, 15],
      [2, 35],
      [3, 30],
      [4, 15],
      [5, 5],
    ] as const),
    severityNote: 'Drawn at random',
    status: chance.pick([
      ['confirmed', 93],
      ['reported', 6],
      ['retracted', 1],
    ] as const),
    tlp: 'CLEAR',
    joint: [],
    sources: SOURCES,
    claims: claimsOf(chance, suspect, started),
    notifications: noticesOf(chance, suspect, victim, started),
    responses: responsesOf(chance, suspect, started),
    extensions: [],
    pleas: chance.is(0.005)
      ? [{ by: suspect, kind: 'exception', at: onDay(started), accepted: null, sources: ['s1'] }]
      : [],
    objections: chance.is(0.01)
      ? [
          {
            by: suspect,
            against: 'CONDUCT',
            at: onDay(started + 30 * DAY_MS),
            closedAt: null,
            summary: 'A synthetic objection',
            sources: ['s1'],
          },
        ]
      : [],
  };
}

export const SEED = 20_261_122;

/** Made-up incidents one by one, the same for the same seed, whatever their number. */
export function* syntheticIncidents(incidents: number, seed = SEED): Generator<Incident> {
  const chance = new Chance(seed);
  for (let number = 1; number <= incidents; number += 1) yield incidentOf(chance, number);
}

/** A made-up dossier of any size, the same for the same seed: mostly Russia and the United States. */
export function syntheticDossier(incidents: number, seed = SEED): Dossier {
  return {
    format: 'servanda.dossier/1',
    title: `${incidents} synthetic incidents`,
    license: 'CC0-1.0',
    compiledOn: COMPILED,
    monitoring: ['US', 'RU'].map((victimState) => ({
      victimState,
      from: '2010-01-01',
      to: '2024-12-31',
      effort: 1,
    })),
    incidents: [...syntheticIncidents(incidents, seed)],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const incidents = Number(process.argv[2] ?? 1000);
  process.stdout.write(`${JSON.stringify(syntheticDossier(incidents))}\n`);
}
