import type { Metadata } from 'next';
import { viewPage } from '@/app/trends/view-page';
import { EffectPage } from '@/components/trends/effect/effect-page';

export const metadata: Metadata = { title: 'Pact effect' };

export default viewPage('effect', EffectPage);
