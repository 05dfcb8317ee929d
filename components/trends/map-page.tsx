'use client';

import { useCallback } from 'react';
import type { Atlas } from '@/components/map/atlas';
import type { Options } from '@/components/standing/filters';
import type { MapView } from '@/domain/view/map';
import { PlacesMap } from './places-map';
import { ViewFrame } from './view-frame';

interface Props {
  readonly options: Options;
  readonly atlas: Atlas;
}

/** Victims and linked territories of one pact on a map. */
export function MapPage({ options, atlas }: Props) {
  const draw = useCallback((view: MapView) => <PlacesMap view={view} atlas={atlas} />, [atlas]);
  return (
    <ViewFrame view="map" options={options}>
      {draw}
    </ViewFrame>
  );
}
