import { type Locale, say, type Text } from '../../base/texts.ts';
import type { IssuedDocument } from '../../record/events.ts';
import type { Tone } from '../ui/tag.tsx';

const texts = {
  valid: { ar: 'صالحة', fr: 'Valable', en: 'Valid' },
  notYetValid: { ar: 'لم تبدأ صلاحيتها', fr: 'Pas encore valable', en: 'Not valid yet' },
  expired: { ar: 'انتهت صلاحيتها', fr: 'Expiré', en: 'Expired' },
  revoked: { ar: 'ملغاة', fr: 'Révoqué', en: 'Revoked' },
} as const satisfies Record<string, Text>;

/** How a document that a record has issued stands at an instant. */
export const documentState = (
  { revoked, from, until }: IssuedDocument & { readonly revoked: boolean },
  locale: Locale,
  now: Date,
): { readonly tone: Tone; readonly status: string } => {
  if (revoked) return { tone: 'danger', status: say(locale, texts.revoked) };
  if (until !== undefined && new Date(until) <= now) return { tone: 'neutral', status: say(locale, texts.expired) };
  if (from !== undefined && new Date(from) > now) return { tone: 'info', status: say(locale, texts.notYetValid) };
  return { tone: 'success', status: say(locale, texts.valid) };
};
