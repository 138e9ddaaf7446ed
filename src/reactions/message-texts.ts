import {
  answerBy,
  answerByInMail,
  followInMail,
  heading,
  inAll,
  join,
  link,
  mailOf,
  secretInMail,
  secretInSms,
  smsOf,
} from './message-pieces.ts';
import type { Text } from '../base/texts.ts';

/**
 * What the platform tells an applicant when the service brings no words of its own. The values are those of
 * `MessageValues`; `has_…` says whether an optional one is there, `same_day` that `until` is a time on the day of `from`. A text message is paid by the part (see sms-parts.ts):
 * Arabic has 70 characters in one and 67 in each of several, so the Arabic texts are as short as courtesy allows, and
 * the French ones avoid the letters that the GSM alphabet lacks (ç, ê, ô…).
 */
export interface MessageTexts {
  readonly sms: Text;
  readonly subject: Text;
  /** Plain text, paragraphs separated by an empty line. */
  readonly email: Text;
}

export const standardMessages = {
  received: {
    sms: smsOf({ ar: 'وصلنا طلبك.', fr: 'demande enregistrée.', en: 'request received.' }, secretInSms, answerBy, link),
    subject: join(': ', heading, { ar: 'استلمنا طلبك', fr: 'demande enregistrée', en: 'request received' }),
    email: mailOf(
      {
        ar: 'استلمنا طلبك «{service}» وسجّلناه بالرقم {reference}.',
        fr: 'Votre demande « {service} » est enregistrée sous la référence {reference}.',
        en: 'We have received your request “{service}”. Its reference is {reference}.',
      },
      secretInMail,
      answerByInMail,
      followInMail,
    ),
  },
  approved: {
    sms: smsOf(
      { ar: 'تمت الموافقة', fr: 'demande accordée.', en: 'approved.' },
      {
        ar: '{has_until, select, yes { من {from} إلى {until}.} other {.}}',
        fr: '{has_until, select, yes { Valable du {from} {same_day, select, yes {à} other {au}} {until}.} other {}}',
        en: '{has_until, select, yes { Valid {from} to {until}.} other {}}',
      },
      secretInSms,
      link,
    ),
    subject: join(': ', heading, { ar: 'تمت الموافقة', fr: 'demande accordée', en: 'approved' }),
    email: mailOf(
      {
        ar: 'تمت الموافقة على طلبك «{service}» رقم {reference}.',
        fr: 'Votre demande « {service} », référence {reference}, est accordée.',
        en: 'Your request “{service}”, reference {reference}, is approved.',
      },
      {
        ar: '{has_until, select, yes {مدة الصلاحية: من {from} إلى {until}.} other {}}',
        fr: '{has_until, select, yes {Valable du {from} {same_day, select, yes {jusqu’à} other {au}} {until}.} other {}}',
        en: '{has_until, select, yes {Valid from {from} until {until}.} other {}}',
      },
      secretInMail,
      { ar: 'الوثيقة ورمزها: {link}', fr: 'Le document et son code : {link}', en: 'The document and its code: {link}' },
    ),
  },
  rejected: {
    sms: smsOf(
      { ar: 'رُفض طلبك.', fr: 'demande refusée.', en: 'request refused.' },
      {
        ar: '{has_reason, select, yes { السبب: «{reason}»} other {}}',
        fr: '{has_reason, select, yes { Motif : "{reason}"} other {}}',
        en: '{has_reason, select, yes { Reason: "{reason}"} other {}}',
      },
      secretInSms,
      { ar: ' للاعتراض: {link}', fr: ' Contester : {link}', en: ' Contest it: {link}' },
    ),
    subject: join(': ', heading, { ar: 'رُفض طلبك', fr: 'demande refusée', en: 'request refused' }),
    email: mailOf(
      {
        ar: 'رُفض طلبك «{service}» رقم {reference}.',
        fr: 'Votre demande « {service} », référence {reference}, est refusée.',
        en: 'Your request “{service}”, reference {reference}, is refused.',
      },
      {
        ar: '{has_reason, select, yes {السبب: {reason}} other {}}',
        fr: '{has_reason, select, yes {Motif : {reason}} other {}}',
        en: '{has_reason, select, yes {Reason: {reason}} other {}}',
      },
      secretInMail,
      {
        ar: 'يمكنك الاعتراض على هذا القرار، فينظر فيه موظف آخر: {link}',
        fr: 'Vous pouvez contester cette décision ; un autre agent la réexaminera : {link}',
        en: 'You may contest this decision; another officer will look at it again: {link}',
      },
    ),
  },
  question: {
    sms: smsOf(
      { ar: 'ننتظر جوابك.', fr: 'nous attendons votre réponse.', en: 'we need your answer.' },
      {
        ar: '{has_question, select, yes { «{question}»} other {}}',
        fr: '{has_question, select, yes { "{question}"} other {}}',
        en: '{has_question, select, yes { "{question}"} other {}}',
      },
      link,
    ),
    subject: join(': ', heading, { ar: 'ننتظر جوابك', fr: 'nous attendons votre réponse', en: 'we need your answer' }),
    email: mailOf(
      {
        ar: 'نحتاج إلى جوابك لنتابع طلبك «{service}» رقم {reference}.',
        fr: 'Pour poursuivre l’examen de votre demande « {service} », référence {reference}, nous avons besoin de votre réponse.',
        en: 'We need your answer to go on with your request “{service}”, reference {reference}.',
      },
      {
        ar: '{has_question, select, yes {السؤال: {question}} other {}}',
        fr: '{has_question, select, yes {La question : {question}} other {}}',
        en: '{has_question, select, yes {The question: {question}} other {}}',
      },
      {
        ar: 'تتوقف مهلة الجواب إلى أن يصلنا ردّك: {link}',
        fr: 'Le délai est suspendu jusqu’à votre réponse : {link}',
        en: 'The time limit is paused until you answer: {link}',
      },
    ),
  },
  reviewing: {
    sms: smsOf(
      {
        ar: 'استلمنا اعتراضك، وينظر فيه موظف آخر.',
        fr: 'contestation enregistrée. Un autre agent va réexaminer.',
        en: 'objection received. Another officer will review it.',
      },
      answerBy,
      link,
    ),
    subject: join(': ', heading, { ar: 'استلمنا اعتراضك', fr: 'contestation enregistrée', en: 'objection received' }),
    email: mailOf(
      {
        ar: 'استلمنا اعتراضك على القرار في طلبك «{service}» رقم {reference}، وسينظر فيه موظف لم يشارك في القرار الأول.',
        fr: 'Votre contestation concernant la demande « {service} », référence {reference}, est enregistrée. Un agent qui n’a pas pris la première décision la réexaminera.',
        en: 'We have received your objection about the request “{service}”, reference {reference}. An officer who did not take the first decision will look at it.',
      },
      answerByInMail,
      followInMail,
    ),
  },
  escalated: {
    sms: smsOf(
      {
        ar: 'تأخّر الجواب، فأحلنا طلبك إلى المسؤول.',
        fr: 'réponse en retard. Votre demande est transmise au responsable.',
        en: 'the answer is late. Your request went to a supervisor.',
      },
      answerBy,
      link,
    ),
    subject: join(': ', heading, {
      ar: 'أحلنا طلبك إلى المسؤول',
      fr: 'demande transmise au responsable',
      en: 'passed to a supervisor',
    }),
    email: mailOf(
      {
        ar: 'لم يصدر الجواب عن طلبك «{service}» رقم {reference} في موعده، فأحلناه إلى المسؤول عن الخدمة.',
        fr: 'Votre demande « {service} », référence {reference}, n’a pas reçu de réponse dans le délai. Elle est transmise au responsable du service.',
        en: 'Your request “{service}”, reference {reference}, was not answered in time. It has been passed to the supervisor of the service.',
      },
      answerByInMail,
      followInMail,
    ),
  },
  extended: {
    sms: smsOf(
      { ar: 'مُدِّدت مهلة الجواب.', fr: 'délai de réponse prolongé.', en: 'the answer will take longer.' },
      answerBy,
      {
        ar: '{has_said, select, yes { السبب: «{said}»} other {}}',
        fr: '{has_said, select, yes { Motif : "{said}"} other {}}',
        en: '{has_said, select, yes { Reason: "{said}"} other {}}',
      },
      link,
    ),
    subject: join(': ', heading, {
      ar: 'مُدِّدت مهلة الجواب',
      fr: 'délai de réponse prolongé',
      en: 'the answer will take longer',
    }),
    email: mailOf(
      {
        ar: 'مُدِّدت مهلة الجواب عن طلبك «{service}» رقم {reference}.',
        fr: 'Le délai de réponse à votre demande « {service} », référence {reference}, est prolongé.',
        en: 'The time for the answer to your request “{service}”, reference {reference}, has been extended.',
      },
      {
        ar: '{has_said, select, yes {السبب: {said}} other {}}',
        fr: '{has_said, select, yes {Motif : {said}} other {}}',
        en: '{has_said, select, yes {Reason: {said}} other {}}',
      },
      answerByInMail,
      followInMail,
    ),
  },
  revoked: {
    sms: smsOf(
      { ar: 'أُلغيت الوثيقة.', fr: 'document révoqué, il ne vaut plus.', en: 'document revoked, no longer valid.' },
      {
        ar: '{has_reason, select, yes { السبب: «{reason}»} other {}}',
        fr: '{has_reason, select, yes { Motif : "{reason}"} other {}}',
        en: '{has_reason, select, yes { Reason: "{reason}"} other {}}',
      },
      link,
    ),
    subject: join(': ', heading, { ar: 'أُلغيت الوثيقة', fr: 'document révoqué', en: 'document revoked' }),
    email: mailOf(
      {
        ar: 'أُلغيت الوثيقة الصادرة عن طلبك «{service}» رقم {reference}، ولم تعد صالحة.',
        fr: 'Le document délivré pour votre demande « {service} », référence {reference}, est révoqué. Il n’est plus valable.',
        en: 'The document issued for your request “{service}”, reference {reference}, has been revoked. It is no longer valid.',
      },
      {
        ar: '{has_reason, select, yes {السبب: {reason}} other {}}',
        fr: '{has_reason, select, yes {Motif : {reason}} other {}}',
        en: '{has_reason, select, yes {Reason: {reason}} other {}}',
      },
      { ar: 'لمزيد من التفاصيل: {link}', fr: 'Pour en savoir plus : {link}', en: 'To know more: {link}' },
    ),
  },
  progress: {
    sms: smsOf(inAll('{state}.'), answerBy, link),
    subject: join(': ', heading, inAll('{state}')),
    email: mailOf(
      {
        ar: 'الحالة الجديدة لطلبك «{service}» رقم {reference}: {state}.',
        fr: 'Votre demande « {service} », référence {reference}, a un nouvel état : {state}.',
        en: 'Your request “{service}”, reference {reference}, has a new status: {state}.',
      },
      answerByInMail,
      followInMail,
    ),
  },
  news: {
    sms: smsOf(
      { ar: 'جديد في طلبك.', fr: 'du nouveau.', en: 'there is news.' },
      {
        ar: '{has_said, select, yes { «{said}»} other {}}',
        fr: '{has_said, select, yes { "{said}"} other {}}',
        en: '{has_said, select, yes { "{said}"} other {}}',
      },
      secretInSms,
      link,
    ),
    subject: join(': ', heading, { ar: 'جديد في طلبك', fr: 'du nouveau', en: 'there is news' }),
    email: mailOf(
      {
        ar: 'هناك جديد في طلبك «{service}» رقم {reference}.',
        fr: 'Il y a du nouveau pour votre demande « {service} », référence {reference}.',
        en: 'There is news about your request “{service}”, reference {reference}.',
      },
      {
        ar: '{has_said, select, yes {{said}} other {}}',
        fr: '{has_said, select, yes {{said}} other {}}',
        en: '{has_said, select, yes {{said}} other {}}',
      },
      secretInMail,
      followInMail,
    ),
  },
} as const satisfies Readonly<Record<string, MessageTexts>>;

export type StandardMessage = keyof typeof standardMessages;

/** A service may bring one text per state: it is the text message, and the body of the e-mail. */
export const messageTextsFrom = (own: Text): MessageTexts => ({ sms: own, subject: heading, email: mailOf(own) });
