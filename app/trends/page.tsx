import type { Metadata } from 'next';
import { TrendPage } from '@/components/trends/trend-page';
import { viewPage } from './view-page';

export const metadata: Metadata = { title: 'Trend' };

export default viewPage('trend', TrendPage);
