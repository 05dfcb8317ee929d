import type { Metadata } from 'next';
import { viewPage } from '@/app/trends/view-page';
import { SymmetryPage } from '@/components/trends/symmetry/symmetry-page';

export const metadata: Metadata = { title: 'Symmetry' };

export default viewPage('symmetry', SymmetryPage);
