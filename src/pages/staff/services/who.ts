import { say } from '../../../base/texts.ts';
import type { Locale } from '../../../base/texts.ts';
import type { PublicationRow } from '../../../catalogue/publication-queries.ts';
import { listAccountNames } from '../../../projections/record-desk-queries.ts';
import type { Parts } from '../../parts.ts';
import { originTexts, servicesTexts as texts } from './services-texts.ts';

export type Act = Pick<PublicationRow, 'origin' | 'account'> & Partial<Pick<PublicationRow, 'system_user_name'>>;

/** Says who took each of these steps. */
export const createSayWho = async (
  { database }: Pick<Parts, 'database'>,
  acts: readonly Act[],
  locale: Locale,
): Promise<(act: Act) => string> => {
  const accounts = [...new Set(acts.flatMap(({ account }) => account ?? []))];
  const rows = accounts.length > 0 ? await database.run(listAccountNames, [accounts]) : [];
  const names = new Map(rows.map(({ id, name, nameLatin }) => [id, locale === 'ar' ? name : nameLatin]));
  return ({ origin, account, system_user_name: systemUser }) => {
    if (account !== null) return names.get(account) ?? account;
    return systemUser ? say(locale, texts.atMachine, { name: systemUser }) : say(locale, originTexts[origin]);
  };
};
