import type { Metadata } from 'next';
import { viewPage } from '@/app/trends/view-page';
import { MultiplesPage } from '@/components/trends/multiples-page';

export const metadata: Metadata = { title: 'Side by side' };

export default viewPage('multiples', MultiplesPage);
