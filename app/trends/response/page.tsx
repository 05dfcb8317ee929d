import type { Metadata } from 'next';
import { viewPage } from '@/app/trends/view-page';
import { ResponsePage } from '@/components/trends/response/response-page';

export const metadata: Metadata = { title: 'Response' };

export default viewPage('response', ResponsePage);
