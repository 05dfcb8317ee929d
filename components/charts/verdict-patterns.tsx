import { VERDICT_COLOURS } from '@/components/verdict-words';
import type { Verdict } from '@/domain/verdict';

/** How a verdict fills an area: a tint with an outline, hatched where pending, dotted where disputed. */
export interface Fill {
  readonly fill: string;
  readonly fillOpacity: number;
  readonly stroke: string;
}

const tinted = (colour: string): string => `color-mix(in srgb, ${colour} 70%, var(--paper))`;
const TINTED_OMISSION = `color-mix(in srgb, ${VERDICT_COLOURS.VIOLATION_OMISSION} 45%, var(--paper))`;

/** `signed` areas are solid; computed ones a 70 % tint with an outline (look.md). */
export function fillOf(verdict: Verdict, signed: boolean): Fill {
  const colour = VERDICT_COLOURS[verdict];
  switch (verdict) {
    case 'PENDING':
      return { fill: 'url(#fill-pending)', fillOpacity: 1, stroke: colour };
    case 'DISPUTED':
      return { fill: 'url(#fill-disputed)', fillOpacity: 1, stroke: colour };
    case 'VIOLATION_OMISSION':
      // Lined: without red or green it has the colour of what was committed.
      return {
        fill: signed ? 'url(#fill-omission-signed)' : 'url(#fill-omission)',
        ...{ fillOpacity: 1, stroke: colour },
      };
    case 'NOT_ATTRIBUTABLE':
    case 'NOT_COVERED':
      return { fill: 'var(--paper)', fillOpacity: 1, stroke: colour };
    default:
      return {
        // Mixed with the page, not see-through: grid lines stay behind.
        fill: signed ? colour : tinted(colour),
        fillOpacity: 1,
        stroke: colour,
      };
  }
}

/** The patterns that `fillOf` names; once on a page, before whatever uses them. */
export function VerdictPatterns() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
      <defs>
        <pattern
          id="fill-pending"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" style={{ fill: 'var(--paper)' }} />
          <rect width="1.8" height="5" style={{ fill: VERDICT_COLOURS.PENDING }} />
        </pattern>
        <pattern id="fill-omission" width="4" height="4" patternUnits="userSpaceOnUse">
          <rect width="4" height="4" style={{ fill: TINTED_OMISSION }} />
          <rect width="4" height="1" style={{ fill: VERDICT_COLOURS.VIOLATION_OMISSION }} />
        </pattern>
        <pattern id="fill-omission-signed" width="4" height="4" patternUnits="userSpaceOnUse">
          <rect width="4" height="4" style={{ fill: VERDICT_COLOURS.VIOLATION_OMISSION }} />
          <rect width="4" height="1" style={{ fill: 'var(--paper)' }} />
        </pattern>
        <pattern id="fill-disputed" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" style={{ fill: 'var(--paper)' }} />
          <circle cx="2.5" cy="2.5" r="1.4" style={{ fill: VERDICT_COLOURS.DISPUTED }} />
        </pattern>
        <pattern
          id="fill-provisional"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" style={{ fill: 'var(--paper-raised)' }} />
          <rect width="1" height="6" style={{ fill: 'var(--hairline-strong)' }} />
        </pattern>
        <pattern
          id="fill-coarse"
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <rect width="4" height="4" style={{ fill: 'var(--paper)' }} />
          <rect width="1.5" height="4" style={{ fill: 'var(--ink-muted)' }} />
        </pattern>
        <pattern id="fill-unknown" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" style={{ fill: 'var(--paper)' }} />
          <circle cx="2.5" cy="2.5" r="1" style={{ fill: 'var(--accent)' }} />
        </pattern>
      </defs>
    </svg>
  );
}
