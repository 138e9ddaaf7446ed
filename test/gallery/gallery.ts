import type { VNode } from 'preact';
import type { PageContext } from '../../src/pages/ui/page-context.ts';
import { checkPage, formPage } from './citizen.tsx';
import { homePage } from './home.tsx';
import { recordPage, worklistPage } from './office.tsx';
import { partsPage, receiptPage } from './outcome.tsx';

/** Every component, on pages like the real ones. Served to tests only. */
export const gallery: Readonly<
  Record<string, { readonly page: (context: PageContext) => VNode; readonly isStaff?: true }>
> = {
  home: { page: homePage },
  form: { page: formPage },
  check: { page: checkPage },
  receipt: { page: receiptPage },
  parts: { page: partsPage },
  worklist: { page: worklistPage, isStaff: true },
  record: { page: recordPage, isStaff: true },
};
