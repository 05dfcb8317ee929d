import { type FieldChange, numberWords } from '@/domain/lab/clause-change';
import { SLIDERS } from '@/domain/lab/sliders';

/** What a changed field says before and after; of a list what is taken away and what is added. */
export function fieldWords(change: FieldChange): string {
  switch (change.kind) {
    case 'list':
      return [
        ...(change.removed.length === 0 ? [] : [`without ${change.removed.join(', ')}`]),
        ...(change.added.length === 0 ? [] : [`with ${change.added.join(', ')}`]),
      ].join('; ');
    case 'number': {
      const { before, after, slider } = change;
      return `${numberWords(SLIDERS[slider], before)} → ${numberWords(SLIDERS[slider], after)}`;
    }
    case 'words':
      return `${change.before} → ${change.after}`;
  }
}
