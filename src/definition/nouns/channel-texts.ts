import type { Text } from '../../base/texts.ts';

/** By which way a record came in, as the middle of a sentence. */
export const channelTexts: Readonly<Record<string, Text>> = {
  web: { ar: 'الموقع', fr: 'le site', en: 'the website' },
  api: { ar: 'نظام آخر', fr: 'un autre système', en: 'another system' },
  counter: { ar: 'الشبّاك', fr: 'le guichet', en: 'the counter' },
  'call-centre': { ar: 'مركز الاتصال', fr: 'le centre d’appels', en: 'the call centre' },
  sms: { ar: 'رسالة نصية', fr: 'SMS', en: 'text message' },
  email: { ar: 'بريد إلكتروني', fr: 'e-mail', en: 'e-mail' },
  odk: { ar: 'استمارة ميدانية', fr: 'un formulaire de terrain', en: 'a field form' },
  import: { ar: 'ملف', fr: 'un fichier', en: 'a file' },
};
