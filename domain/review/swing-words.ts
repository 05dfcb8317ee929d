import type { Swing } from './tornado';

const THRESHOLDS: Readonly<Record<string, string>> = {
  'theta state': 'a threshold for the state itself of',
  'theta link': 'a threshold for a link of',
  clusters: 'this many clusters needed:',
  'days to act': 'this many days to act:',
  W: 'a weight of ignorance of',
};

/** A changed judgement in words: `without claim c1`, `claim c1 graded B instead of A`. */
export function swingWords({ kind, change }: Pick<Swing, 'kind' | 'change'>): string {
  switch (kind) {
    case 'without_claim':
      return `without claim ${change}`;
    case 'grade': {
      const [, claim, from, to] = /^(.+) (\w) to (\w)$/.exec(change) ?? [];
      return claim === undefined
        ? `grade of ${change}`
        : `claim ${claim} graded ${to} instead of ${from}`;
    }
    case 'merged_clusters':
      return `clusters ${change.replace(' + ', ' and ')} as one`;
    case 'threshold': {
      const [, name = '', value = ''] = /^(.+) ([\d.]+)$/.exec(change) ?? [];
      return `${THRESHOLDS[name] ?? name} ${value}`.trim();
    }
  }
}
