import type { SliderId } from '@/domain/lab/sliders';

/** Where the number of a slider stands in a clause of the form. */
export const numberPath = (slider: SliderId): string =>
  /^(?:theta|minSeverity)\./.test(slider) ? slider : `dueDiligence.${slider}`;
