import type { Metadata } from 'next';
import { viewPage } from '@/app/trends/view-page';
import { atlasSheets } from '@/components/map/atlas';
import type { Options } from '@/components/standing/filters';
import { MapPage } from '@/components/trends/map-page';

export const metadata: Metadata = { title: 'Map' };

/** The atlas is projected here, so that the browser gets paths alone. */
const DrawnMap = ({ options }: { readonly options: Options }) => (
  <MapPage options={options} atlas={atlasSheets()} />
);

export default viewPage('map', DrawnMap);
