import type { ConductCode } from './vocabulary';

/** Severity, 1 to 5 (method.md 4). */
export type Severity = 1 | 2 | 3 | 4 | 5;
export type RubricKind = 'cyber' | 'influence' | 'military';

const INFLUENCE: readonly ConductCode[] = [
  'covert-personas',
  'forged-content',
  'covert-funding',
  'hostile-organisation',
  'propaganda-statement',
];
const MILITARY: readonly ConductCode[] = [
  'unsafe-manoeuvre',
  'simulated-attack',
  'unsafe-air-manoeuvre',
  'simulated-air-attack',
  'dangerous-laser',
  'hazard-to-navigation',
  'command-interference',
  'treaty-notification-failure',
];

/** The scales that fit some conduct; the gravest of their answers counts. Empty for no conduct. */
export function rubricsFor(conduct: readonly ConductCode[]): RubricKind[] {
  const kinds = conduct.map(
    (code): RubricKind =>
      INFLUENCE.includes(code) ? 'influence' : MILITARY.includes(code) ? 'military' : 'cyber',
  );
  return [...new Set(kinds)];
}

/** The five components of EuRepoC's intensity, each 0 to 2, with words of our own for the three marks. */
export const CYBER_COMPONENTS = [
  {
    id: 'theft',
    label: 'Data theft',
    marks: ['none', 'some data', 'sensitive or large amounts of data'],
  },
  {
    id: 'disruption',
    label: 'Disruption',
    marks: ['none', 'short or of a minor service', 'lasting or of a service people rely on'],
  },
  {
    id: 'hijacking',
    label: 'Intrusion',
    marks: ['none', 'access without known misuse', 'access put to use'],
  },
  {
    id: 'spatial',
    label: 'Physical effect, reach',
    marks: ['none', 'local', 'regional or wider'],
  },
  {
    id: 'temporal',
    label: 'Physical effect, length',
    marks: ['none', 'under a day', 'a day or longer'],
  },
] as const;
export type CyberComponent = (typeof CYBER_COMPONENTS)[number]['id'];
export type Mark = 0 | 1 | 2;
export type CyberMarks = Readonly<Partial<Record<CyberComponent, Mark>>>;

/** The factor for a target of very high political importance. */
export const IMPORTANCE_FACTOR = 1.5;
/** Largest intensity of each severity; above the last it is 5. */
export const INTENSITY_LIMITS = [2, 4, 6, 9] as const;

/** EuRepoC weighted intensity, 0 to 15: the marks added, times 1.5 for very high political importance. */
export function cyberIntensity(marks: CyberMarks, highImportance: boolean): number {
  const sum = CYBER_COMPONENTS.reduce((so, { id }) => so + (marks[id] ?? 0), 0);
  return highImportance ? sum * IMPORTANCE_FACTOR : sum;
}

const SEVERITIES = [1, 2, 3, 4, 5] as const;

/** Severity of an intensity: <=2 is 1, <=4 is 2, <=6 is 3, <=9 is 4, above 5. */
export function severityOfIntensity(intensity: number): Severity {
  const at = INTENSITY_LIMITS.findIndex((limit) => intensity <= limit);
  return SEVERITIES[at === -1 ? 4 : at] ?? 5;
}

/** Nimmo's breakout categories, 1 to 6, with the severity of each. */
export const BREAKOUT_CATEGORIES = [
  { category: 1, severity: 1, label: 'one platform, no spread beyond its own community' },
  { category: 2, severity: 2, label: 'one platform with spread, or several without' },
  { category: 3, severity: 3, label: 'several platforms, spread on each' },
  { category: 4, severity: 4, label: 'broke out of social media into mainstream media' },
  { category: 5, severity: 5, label: 'amplified by celebrities or politicians' },
  { category: 6, severity: 5, label: 'policy response, call for violence or other action' },
] as const;
export type BreakoutCategory = (typeof BREAKOUT_CATEGORIES)[number]['category'];

export function severityOfBreakout(category: BreakoutCategory): Severity {
  return BREAKOUT_CATEGORIES.find((line) => line.category === category)?.severity ?? 5;
}

/** The words of the military and sea scale. */
export const MILITARY_SCALE = [
  { severity: 1, label: 'procedural' },
  { severity: 2, label: 'unsafe' },
  { severity: 3, label: 'dangerous, without damage' },
  { severity: 4, label: 'damage' },
  { severity: 5, label: 'casualties' },
] as const;

/** A rating by one of the three scales. */
export type Rating =
  | { readonly kind: 'cyber'; readonly marks: CyberMarks; readonly highImportance: boolean }
  | { readonly kind: 'influence'; readonly category: BreakoutCategory }
  | { readonly kind: 'military'; readonly severity: Severity };

/** Severity of a rating, with the note that lets a reader recompute it. */
export function rate(rating: Rating): { readonly severity: Severity; readonly note: string } {
  switch (rating.kind) {
    case 'cyber': {
      const { marks, highImportance } = rating;
      const parts = CYBER_COMPONENTS.map(({ id }) => `${id} ${marks[id] ?? 0}`).join(' + ');
      const intensity = cyberIntensity(marks, highImportance);
      const factor = highImportance ? `, times ${IMPORTANCE_FACTOR} for importance` : '';
      return {
        severity: severityOfIntensity(intensity),
        note: `Weighted intensity: ${parts}${factor} = ${intensity}.`,
      };
    }
    case 'influence': {
      const line = BREAKOUT_CATEGORIES.find(({ category }) => category === rating.category);
      return {
        severity: severityOfBreakout(rating.category),
        note: `Breakout category ${rating.category}: ${line?.label ?? ''}.`,
      };
    }
    case 'military': {
      const line = MILITARY_SCALE.find(({ severity }) => severity === rating.severity);
      return { severity: rating.severity, note: `Military and sea scale: ${line?.label ?? ''}.` };
    }
  }
}
