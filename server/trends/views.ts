import 'server-only';
import { mapParameters, shapeMap } from '@/domain/view/map';
import { multiplesParameters, shapeMultiples } from '@/domain/view/multiples';
import { shapeTrend, trendParameters } from '@/domain/view/trend';
import type { ViewAnswers, ViewName } from '@/domain/view/views';
import { type Ask, view } from './ask';

/** How each view reads its address and is shaped. */
export const ASKS: { readonly [Name in ViewName]: Ask<ViewAnswers[Name]> } = {
  trend: view('trend', trendParameters, shapeTrend),
  map: view('map', mapParameters, shapeMap),
  multiples: view('multiples', multiplesParameters, shapeMultiples),
};
