import type { Metadata } from 'next';
import { viewPage } from '@/app/trends/view-page';
import { RobustnessPage } from '@/components/trends/robustness/robustness-page';

export const metadata: Metadata = { title: 'Robustness' };

export default viewPage('robustness', RobustnessPage);
