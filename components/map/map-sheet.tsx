'use client';

import { useMemo } from 'react';
import type { Sheet } from './atlas';
import classes from './map.module.css';
import { landFill, linkedFill, MapPatterns } from './map-patterns';
import type { Group, Sign } from './symbols';
import { keyOf, useSigns } from './use-signs';

interface Props {
  /** Tells this sheet from the others of the page. */
  readonly id: string;
  readonly name: string;
  readonly sheet: Sheet;
  readonly groups: readonly Group[];
  /** How a state without a symbol here is drawn: what its shape stands for. */
  readonly roleOf: (code: string) => string | undefined;
  /** Units of the sheet to a pixel. */
  readonly scale: number;
  readonly words: (symbol: Sign) => string;
  readonly onMark: (symbol: Sign) => void;
  readonly onLook: (words: string | null) => void;
  /** Outline of the part that is shown larger elsewhere. */
  readonly window?: string;
}

/** Half the width of what a finger or a pointer may hit, px. */
const HIT = 11;

interface ShapeProps extends Pick<Props, 'id' | 'scale'> {
  readonly symbol: Sign;
}

function Shape({ symbol, scale, id }: ShapeProps) {
  const { role, x, y, half, inner, contested, count, state } = symbol;
  const px = half / scale;
  return (
    <>
      {role === 'victim' ? (
        <circle cx={x} cy={y} r={half} className={classes.victim} strokeWidth={1.25 * scale} />
      ) : (
        <>
          {contested === 0 ? null : (
            <rect
              {...{ x: x - half, y: y - half, width: 2 * half, height: 2 * half }}
              className={classes.contested}
              strokeWidth={1.25 * scale}
              strokeDasharray={`${3 * scale} ${2 * scale}`}
            />
          )}
          {inner === 0 ? null : (
            <rect
              {...{ x: x - inner, y: y - inner, width: 2 * inner, height: 2 * inner }}
              className={classes.linked}
              style={{ fill: linkedFill(id) }}
              strokeWidth={1.25 * scale}
            />
          )}
        </>
      )}
      {px < 11 ? null : (
        <text
          x={x}
          y={y}
          dy="0.35em"
          fontSize={11 * scale}
          strokeWidth={3 * scale}
          className={classes.figure}
        >
          {px < 15 ? state : `${state} ${count}`}
        </text>
      )}
    </>
  );
}

/** One sheet of the map: shapes, and symbols that one Tab reaches; arrows move between them, Enter opens. */
export function MapSheet(props: Props) {
  const { id, name, sheet, groups, roleOf, scale, words, onMark, onLook, window } = props;
  const symbols = useMemo(() => groups.flatMap((group) => group.symbols), [groups]);
  const { sheetProps, signProps } = useSigns({ name, signs: symbols, words, onMark, onLook });
  return (
    <div {...sheetProps}>
      <svg
        viewBox={`0 0 ${sheet.width} ${sheet.height}`}
        className={classes.sheet}
        role="presentation"
      >
        <MapPatterns of={id} scale={scale} />
        <g>
          {sheet.shapes.map(({ code, path }) => (
            <path
              key={`${code} ${path.slice(0, 12)}`}
              d={path}
              className={classes.land}
              {...(code !== null && roleOf(code)?.includes('linked')
                ? { style: { fill: landFill(id) } }
                : {})}
              strokeWidth={0.75 * scale}
              data-role={code === null ? undefined : roleOf(code)}
            />
          ))}
          {window === undefined ? null : (
            <path d={window} className={classes.window} strokeWidth={scale} />
          )}
          {groups.map(({ state, anchor, x, y, reach }) =>
            Math.hypot(anchor[0] - x, anchor[1] - y) < reach ? null : (
              <line
                key={state}
                {...{ x1: anchor[0], y1: anchor[1], x2: x, y2: y }}
                className={classes.leader}
                strokeWidth={0.75 * scale}
              />
            ),
          )}
        </g>
        <g>
          {symbols.map((symbol) => (
            <g key={keyOf(symbol)} className={classes.mark} {...signProps(symbol)}>
              <circle
                cx={symbol.x}
                cy={symbol.y}
                r={Math.max(symbol.half * 1.25, HIT * scale)}
                className={classes.hit}
                strokeWidth={2 * scale}
              />
              <Shape {...{ symbol, scale, id }} />
            </g>
          ))}
        </g>
      </svg>
    </div>
  );
}
