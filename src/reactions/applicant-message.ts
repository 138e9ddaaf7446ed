import { applicantCodeOf } from '../access/applicant-code.ts';
import type { Secrets } from '../base/secrets.ts';
import { formatMessage, type Text } from '../base/texts.ts';
import { economicalSms } from '../outside/sms-parts.ts';
import type { Render } from './delivery-sender.ts';

const code: Text = {
  ar: 'رمزك لعرض طلباتك: \u200e{code} صالح لعشر دقائق. لا تُعطِه لأحد، ولن يطلبه منك أي موظف.',
  fr: 'Votre code pour voir vos demandes : {code}, valable dix minutes. Ne le donnez à personne, aucun agent ne le demande.',
  en: 'Your code to see your requests: {code}, good for ten minutes. Give it to nobody; no official asks for it.',
};

/** Makes the words of the text message with which somebody shows to hold a phone. */
export const createApplicantMessages =
  (secrets: Secrets): Render =>
  async ({ template, locale, values }) => {
    const { id } = values;
    if (template !== 'applicant/code' || typeof id !== 'string')
      throw new Error(`there is no message ${template} about applicants`);
    return { body: economicalSms(formatMessage(locale, code[locale], { code: applicantCodeOf(secrets, id) })) };
  };
