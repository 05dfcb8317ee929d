import { part } from '@/components/log/api';
import { CONDUCT, codesOf, OBJECTS } from '@/domain/vocabulary';

/** The variable of a difference in words. */
export function variableWords(variable: string): string {
  if (variable === 'conduct') return 'What happened';
  if (variable === 'objects') return 'Object';
  if (variable === 'severity') return 'Severity';
  return `Grade of claim ${variable.slice('grade:'.length)}`;
}

function labelOf(code: unknown): string {
  const conduct = codesOf(CONDUCT).find((each) => each === code);
  if (conduct !== undefined) return CONDUCT[conduct].label;
  const object = codesOf(OBJECTS).find((each) => each === code);
  return object === undefined ? String(code) : OBJECTS[object].label;
}

/** What one analyst gave, in words. */
export function codeWords(value: unknown): string {
  if (value === null) return 'not graded';
  if (Array.isArray(value)) return value.map(labelOf).join(', ');
  if (typeof value === 'number') return `${value} of 5`;
  return `${String(part(value, 'reliability'))}${String(part(value, 'credibility'))}`;
}
