import { gzipSync } from 'node:zlib';
import { feature } from 'topojson-client';
import { describe, expect, it, test } from 'vitest';
import atlas from 'world-atlas/countries-110m.json';
import { STATES } from '@/domain/states';
import { atlasSheets } from './atlas';
import { POINTS } from './points';
import { CODE_OF } from './shape-codes';

const { world, europe } = atlasSheets();
const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');

describe('the atlas', () => {
  it('has every state once, with a shape or at a point', () => {
    const shapes = [...CODE_OF.values()];
    expect([...shapes, ...Object.keys(POINTS)].sort()).toEqual(Object.keys(STATES).sort());
    expect(Object.keys(world.points).sort()).toEqual(Object.keys(STATES).sort());
  });

  it('names its shapes as we do, but for these', () => {
    const { features } = feature(atlas, atlas.objects.countries);
    const other = features.flatMap(({ id, properties }) => {
      const code = CODE_OF.get(`${id}`);
      if (code === undefined) return [`${properties.name}: without a code`];
      const name = STATES[code] ?? '';
      return letters(name) === letters(properties.name) ? [] : [`${properties.name}: ${name}`];
    });
    expect(other.sort()).toEqual([
      'Antarctica: without a code',
      'Bosnia and Herz.: Bosnia & Herzegovina',
      'Central African Rep.: Central African Republic',
      'Dem. Rep. Congo: DR Congo',
      'Dominican Rep.: Dominican Republic',
      'Eq. Guinea: Equatorial Guinea',
      'Falkland Is.: Falkland Islands',
      'Fr. S. Antarctic Lands: French Southern Territories',
      'Kosovo: without a code',
      'Macedonia: North Macedonia',
      'N. Cyprus: without a code',
      'S. Sudan: South Sudan',
      'Solomon Is.: Solomon Islands',
      'Somaliland: without a code',
      'Trinidad and Tobago: Trinidad & Tobago',
      'Turkey: Türkiye',
      'United States of America: United States',
      'W. Sahara: Western Sahara',
    ]);
  });

  test.each([
    ['US', 'west of', 'RU'],
    ['GB', 'west of', 'DE'],
    ['DE', 'west of', 'UA'],
    ['FR', 'west of', 'CN'],
    ['AU', 'south of', 'JP'],
    ['ZA', 'south of', 'SE'],
    ['SG', 'south of', 'CN'],
  ])('%s lies %s %s', (one, word, other) => {
    const at = word === 'west of' ? 0 : 1;
    const [left, right] = [world.points[one]?.[at] ?? 0, world.points[other]?.[at] ?? 0];
    expect(Math.sign(right - left)).toBe(word === 'west of' ? 1 : -1);
  });

  it('stands within its sheets, and shows Europe larger', () => {
    for (const { width, height, points } of [world, europe])
      for (const [x, y] of Object.values(points)) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(height);
      }
    const apart = ({ points }: typeof world) =>
      Math.hypot(
        (points.GB?.[0] ?? 0) - (points.PL?.[0] ?? 0),
        (points.GB?.[1] ?? 0) - (points.PL?.[1] ?? 0),
      );
    expect(apart(europe)).toBeGreaterThan(4 * apart(world));
    expect(europe.points).not.toHaveProperty('US');
  });

  it('is small enough to be sent with the page', () => {
    expect(gzipSync(JSON.stringify(atlasSheets())).length).toBeLessThan(48_000);
  });
});
