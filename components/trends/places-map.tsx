'use client';

import { useResizeObserver } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { countOf } from '@/components/format';
import type { Atlas } from '@/components/map/atlas';
import classes from '@/components/map/map.module.css';
import { MapLegend } from '@/components/map/map-legend';
import { MapSheet } from '@/components/map/map-sheet';
import { groupsOn, linkedTo, type Role, type Sign, unitFor } from '@/components/map/symbols';
import { useStateName } from '@/components/standing/state-names';
import type { MapView } from '@/domain/view/map';
import { isCovered } from './behind-bin';
import { Chart } from './chart';
import { usePanel } from './use-panel';

const PlacesTable = dynamic(() => import('./places-table').then((module) => module.PlacesTable));

/** From so many states in Europe on, they are shown larger beside the world. */
const CROWD = 4;
/** Width of the widest symbol and of that of one incident, px: on a wide page, and on a narrow one. */
const WIDE = { most: 56, single: 15 };
const NARROW = { most: 40, single: 12 };
/** Widths before the page is measured, px. */
const ASSUMED = { world: 748, alone: 1150, europe: 374 };

interface Props {
  readonly view: MapView;
  readonly atlas: Atlas;
}

const NOTE =
  'Covered incidents, each once at every state among its victims, and at the party whose territory or nationals it is linked to; a link does not say that the state did it. Borders are drawn as in Natural Earth 1:110 million, by who holds a territory in fact, and imply no position on any of them; a state too small for a shape has its symbol at a point.';

/** The same figures in two parts: the world, and Europe larger where many states lie close together. */
function usePlaced({ places }: MapView, { world, europe }: Atlas) {
  const [worldBox, worldRect] = useResizeObserver<HTMLElement>();
  const [europeBox, europeRect] = useResizeObserver<HTMLElement>();
  const crowded = places.filter(({ state }) => state in europe.points);
  const larger = crowded.length >= CROWD;
  const wide = {
    world: worldRect.width || (larger ? ASSUMED.world : ASSUMED.alone),
    europe: europeRect.width || ASSUMED.europe,
  };
  const { most, single } = wide.world < 500 ? NARROW : WIDE;
  const unit = unitFor(places, most, single);
  const parts = useMemo(() => {
    const elsewhere = larger ? places.filter(({ state }) => !(state in europe.points)) : places;
    const part = (sheet: Atlas['world'], own: typeof places, width: number) => {
      const scale = sheet.width / width;
      return { sheet, scale, groups: groupsOn(sheet, own, { unit: unit * scale, gap: 2 * scale }) };
    };
    return {
      world: part(world, elsewhere, wide.world),
      europe: larger ? part(europe, crowded, wide.europe) : null,
    };
  }, [places, crowded, larger, world, europe, unit, wide.world, wide.europe]);
  return { ...parts, unit, worldBox, europeBox };
}

/** Victims and what acts are linked to, as symbols on a map. */
export function PlacesMap({ view, atlas }: Props) {
  const { places, filter, notes } = view;
  const nameOf = useStateName();
  const [looked, setLooked] = useState<string | null>(null);
  const { world, europe, unit, worldBox, europeBox } = usePlaced(view, atlas);
  const { panel, ask } = usePanel('map', ([role = '', state = '']) => {
    if (!places.some((place) => place.state === state)) return null;
    if (role === 'victim')
      return {
        title: `Incidents with victims in ${nameOf(state)}`,
        filter,
        keep: (row) => isCovered(row) && row.victims.includes(state),
        adds: () => 'Counts once, however many states are accused of it.',
      };
    return {
      title: `Incidents linked to ${nameOf(state)}`,
      filter: { ...filter, party: filter.party ?? state },
      keep: (row) => isCovered(row) && row.accused === state && row.link !== 'unmet',
      adds: ({ link }) =>
        link === 'met'
          ? 'Linked to its territory or nationals.'
          : 'A link to its territory or nationals is alleged and contested.',
    };
  });
  const words = ({ state, role, count, contested }: Sign): string =>
    role === 'victim'
      ? `${nameOf(state)}: victim of ${countOf(count, 'incident')}`
      : `${nameOf(state)}: ${countOf(count, 'incident')} linked to its territory or nationals${contested === 0 ? '' : `, ${contested} of them contested`}`;
  const roles = new Map(
    places.map((place) => [
      place.state,
      [place.victim > 0 ? 'victim' : '', linkedTo(place) > 0 ? 'linked' : ''].join(' ').trim(),
    ]),
  );
  const shared = {
    words,
    roleOf: (code: string) => roles.get(code),
    onMark: ({ role, state }: Sign) => ask(role, state),
    onLook: setLooked,
  };
  const askFor = (role: Role, state: string) => ask(role, state);
  return (
    <Chart
      id="map"
      title="Victims and linked territories"
      note={NOTE}
      summary={[view.summary, ...notes].join(' ')}
      table={<PlacesTable places={places} nameOf={nameOf} ask={askFor} />}
      rows={() => [
        ['state', 'code', 'victim of', 'linked to it', 'of those contested'],
        ...places.map((place) => [
          ...[nameOf(place.state), place.state, place.victim, linkedTo(place), place.contested],
        ]),
      ]}
      panel={panel}
    >
      <MapLegend
        unit={unit}
        most={Math.max(0, ...places.map(({ victim }) => victim), ...places.map(linkedTo))}
        contested={places.some(({ contested }) => contested > 0)}
      />
      <div className={classes.room}>
        <div className={classes.pair} data-parts={europe === null ? 1 : 2}>
          <figure ref={worldBox} className={classes.part}>
            {europe === null ? null : (
              <figcaption>The world; what is framed is shown larger</figcaption>
            )}
            <MapSheet
              id="world"
              name="Map of the world"
              {...shared}
              {...world}
              {...(europe === null ? {} : { window: atlas.window })}
            />
          </figure>
          {europe === null ? null : (
            <figure ref={europeBox} className={classes.part}>
              <figcaption>Europe</figcaption>
              <MapSheet id="europe" name="Map of Europe" {...shared} {...europe} />
            </figure>
          )}
        </div>
      </div>
      <p className={classes.said} aria-hidden="true" data-unpictured="">
        {looked ??
          (places.length === 0
            ? ''
            : 'Point at a symbol to read it; click it to see what lies behind.')}
      </p>
      {notes.length === 0 ? null : (
        <ul className={classes.notes}>
          {notes.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Chart>
  );
}
