import { formatNumber } from '@/components/format';
import classes from './map.module.css';
import { linkedFill, MapPatterns } from './map-patterns';
import { halfOf } from './symbols';

const STEPS = [1, 5, 20, 100, 500, 2000, 10_000];

/** Up to three counts, the largest no larger than any on the map. */
function shownSizes(most: number): number[] {
  const sizes = STEPS.filter((step) => step <= most);
  return sizes.slice(-3);
}

interface Props {
  /** Side of the square of one incident, px. */
  readonly unit: number;
  readonly most: number;
  readonly contested: boolean;
}

/** What the symbols stand for, and how large so many incidents are. */
export function MapLegend({ unit, most, contested }: Props) {
  return (
    <ul className={classes.legend}>
      <li>
        <svg width="16" height="14" aria-hidden="true">
          <circle cx="8" cy="7" r="6" className={classes.victim} />
        </svg>
        victim
      </li>
      <li>
        <svg width="16" height="14" aria-hidden="true">
          <MapPatterns of="legend" scale={1} />
          <rect
            {...{ x: 2, y: 1, width: 12, height: 12 }}
            className={classes.linked}
            style={{ fill: linkedFill('legend') }}
          />
        </svg>
        acts linked to its territory or nationals
      </li>
      {contested ? (
        <li>
          <svg width="16" height="14" aria-hidden="true">
            <rect
              {...{ x: 2, y: 1, width: 12, height: 12 }}
              className={classes.contested}
              strokeDasharray="3 2"
            />
          </svg>
          with links that are contested
        </li>
      ) : null}
      {shownSizes(most).map((size) => {
        const half = halfOf('victim', size, unit);
        return (
          <li key={size}>
            <svg width={2 * half + 2} height={2 * half + 2} aria-hidden="true">
              <circle cx={half + 1} cy={half + 1} r={half} className={classes.size} />
            </svg>
            {`${formatNumber(size)} ${size === 1 ? 'incident' : ''}`.trim()}
          </li>
        );
      })}
      <li className="muted">areas true to counts; hatched land: linked</li>
    </ul>
  );
}
