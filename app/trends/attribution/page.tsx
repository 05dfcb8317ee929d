import type { Metadata } from 'next';
import { viewPage } from '@/app/trends/view-page';
import { AttributionPage } from '@/components/trends/attribution/attribution-page';

export const metadata: Metadata = { title: 'Attribution' };

export default viewPage('attribution', AttributionPage);
