import type { Swing } from '@/domain/review/tornado';

/** A changed judgement in words. */
export function swingWords({ kind, change }: Pick<Swing, 'kind' | 'change'>): string {
  switch (kind) {
    case 'without_claim':
      return `Without claim ${change}`;
    case 'grade':
      return `Grade of ${change}`;
    case 'merged_clusters':
      return `Clusters ${change} taken for one`;
    case 'threshold':
      return `Threshold: ${change}`;
  }
}
