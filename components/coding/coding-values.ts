import { CREDIBILITIES, RELIABILITIES } from '@/domain/claim';
import type { Codes } from '@/domain/review/coding';
import { CONDUCT, codesOf, OBJECTS } from '@/domain/vocabulary';

export const CONDUCT_CODES = codesOf(CONDUCT);
export const OBJECT_CODES = codesOf(OBJECTS);
export type ConductChoice = (typeof CONDUCT_CODES)[number];
export type ObjectChoice = (typeof OBJECT_CODES)[number];

/** A grade as two fields hold it; empty: not chosen. */
export interface GradeValue {
  readonly reliability: string;
  readonly credibility: string;
}
export const NO_GRADE: GradeValue = { reliability: '', credibility: '' };

/** What is chosen so far. */
export interface CodingValues {
  readonly conduct: readonly ConductChoice[];
  readonly objects: readonly ObjectChoice[];
  readonly severity: string;
  readonly grades: Readonly<Record<string, GradeValue>>;
}
export const NOTHING: CodingValues = { conduct: [], objects: [], severity: '', grades: {} };

/** A grade that is complete, or null. */
export function gradeIn({ reliability, credibility }: GradeValue) {
  const one = RELIABILITIES.find((value) => value === reliability);
  const two = CREDIBILITIES.find((value) => `${value}` === credibility);
  return one === undefined || two === undefined ? null : { reliability: one, credibility: two };
}

/** The severity that is chosen, or null. */
export const severityIn = (value: string): number | null =>
  /^[1-5]$/.test(value) ? Number(value) : null;

export type Finished =
  | { readonly ok: true; readonly codes: Codes }
  /** What is missing, in words, by the id of the field. */
  | { readonly ok: false; readonly missing: readonly { field: string; words: string }[] };

/** The codes that are chosen, or what is missing still. */
export function finished(values: CodingValues, claims: readonly string[]): Finished {
  const severity = severityIn(values.severity);
  const grades = claims.map((claim) => ({
    claim,
    grade: gradeIn(values.grades[claim] ?? NO_GRADE),
  }));
  const missing = [
    ...(values.conduct.length === 0 ? [{ field: 'conduct', words: 'Choose what happened.' }] : []),
    ...(values.objects.length === 0 ? [{ field: 'objects', words: 'Choose the object.' }] : []),
    ...(severity === null ? [{ field: 'severity', words: 'Choose the severity.' }] : []),
    ...grades
      .filter(({ grade }) => grade === null)
      .map(({ claim }) => ({
        field: `grade-${claim}`,
        words: `Grade claim ${claim}, both halves.`,
      })),
  ];
  if (missing.length > 0 || severity === null) return { ok: false, missing };
  const given = grades.flatMap(({ claim, grade }) => (grade === null ? [] : [{ claim, ...grade }]));
  const { conduct, objects } = values;
  return {
    ok: true,
    codes: { conduct: [...conduct], objects: [...objects], severity, grades: given },
  };
}
