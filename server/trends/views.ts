import 'server-only';
import { attributionParameters, shapeAttribution } from '@/domain/view/attribution';
import { effectParameters, shapeEffect } from '@/domain/view/effect';
import { mapParameters, shapeMap } from '@/domain/view/map';
import { multiplesParameters, shapeMultiples } from '@/domain/view/multiples';
import { responseParameters, shapeResponse } from '@/domain/view/response';
import { robustnessParameters, shapeRobustness } from '@/domain/view/robustness';
import { shapeStandingOverTime, standingParameters } from '@/domain/view/standing';
import { shapeSymmetry, symmetryParameters } from '@/domain/view/symmetry';
import { shapeTrend, trendParameters } from '@/domain/view/trend';
import type { ViewAnswers, ViewName } from '@/domain/view/views';
import { type Ask, view } from './ask';

/** How each view reads its address and is shaped. */
export const ASKS: { readonly [Name in ViewName]: Ask<ViewAnswers[Name]> } = {
  trend: view('trend', trendParameters, shapeTrend),
  attribution: view('attribution', attributionParameters, shapeAttribution),
  effect: view('effect', effectParameters, shapeEffect),
  response: view('response', responseParameters, shapeResponse),
  standing: view('standing', standingParameters, shapeStandingOverTime),
  robustness: view('robustness', robustnessParameters, shapeRobustness),
  symmetry: view('symmetry', symmetryParameters, shapeSymmetry),
  map: view('map', mapParameters, shapeMap),
  multiples: view('multiples', multiplesParameters, shapeMultiples),
};
