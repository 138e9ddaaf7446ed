import type { Text } from '../base/texts.ts';

/** Pieces of which messages are put together: each alike in text messages and letters, whatever the news. */
export const inAll = (text: string): Text => ({ ar: text, fr: text, en: text });

export const heading = inAll('{service} {reference}');
/** Who has had the first message knows by its reference what the next ones are about. */
const smsHeading = inAll('{has_secret, select, yes {{service} } other {}}{reference}');

/** Joins parts of one message, language by language. */
export const join = (separator: string, ...parts: readonly Text[]): Text => ({
  ar: parts.map(({ ar }) => ar).join(separator),
  fr: parts.map(({ fr }) => fr).join(separator),
  en: parts.map(({ en }) => en).join(separator),
});

/** Only the first message of a record carries the secret, whichever message that is. */
export const secretInSms: Text = {
  ar: '{has_secret, select, yes { رمزك {secret}.} other {}}',
  fr: '{has_secret, select, yes { Code secret : {secret}.} other {}}',
  en: '{has_secret, select, yes { Your secret: {secret}.} other {}}',
};
export const secretInMail: Text = {
  ar: '{has_secret, select, yes {رمزك السري: {secret}\nاحتفظ به ولا تُطلع عليه أحدًا: به وبالرقم المرجعي تتابع طلبك من دون حساب.} other {}}',
  fr: '{has_secret, select, yes {Votre code secret : {secret}\nGardez-le pour vous : avec la référence, il ouvre votre demande sans compte.} other {}}',
  en: '{has_secret, select, yes {Your secret: {secret}\nKeep it to yourself: with the reference it opens your request without an account.} other {}}',
};
export const answerBy: Text = {
  ar: '{has_by, select, yes { الرد قبل {by}.} other {}}',
  fr: '{has_by, select, yes { Réponse avant le {by}.} other {}}',
  en: '{has_by, select, yes { Answer by {by}.} other {}}',
};
export const answerByInMail: Text = {
  ar: '{has_by, select, yes {يصلك الجواب قبل {by}.} other {}}',
  fr: '{has_by, select, yes {Vous aurez une réponse avant le {by}.} other {}}',
  en: '{has_by, select, yes {You will have an answer by {by}.} other {}}',
};
export const link = inAll(' {link}');
export const followInMail: Text = {
  ar: 'لمتابعة طلبك: {link}',
  fr: 'Suivre votre demande : {link}',
  en: 'Follow your request: {link}',
};
const signature: Text = {
  ar: 'هذه رسالة آلية، يُرجى عدم الرد عليها.',
  fr: 'Ce message est automatique, merci de ne pas y répondre.',
  en: 'This message is automatic, please do not reply to it.',
};

export const smsOf = (news: Text, ...rest: readonly Text[]): Text => join('', join(': ', smsHeading, news), ...rest);
export const mailOf = (...paragraphs: readonly Text[]): Text => join('\n\n', ...paragraphs, signature);
