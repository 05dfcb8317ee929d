import type { Metadata } from 'next';
import { viewPage } from '@/app/trends/view-page';
import { StandingOverTimePage } from '@/components/trends/standing/standing-over-time-page';

export const metadata: Metadata = { title: 'Standing over time' };

export default viewPage('standing', StandingOverTimePage);
