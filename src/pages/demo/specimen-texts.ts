import type { Text } from '../../base/texts.ts';

export const specimenTexts = {
  title: { ar: 'نماذج الوثائق', fr: 'Spécimens des documents', en: 'Specimens of documents' },
  lead: {
    ar: 'هكذا تبدو وثائق الخدمات على الورق، بإجابات مخترعة. لا قيمة لها، ورمزها لا يُقبل عند التحقق. بعد حفظ ملف الخدمة يكفي تحديث الصفحة.',
    fr: 'Les documents des services tels qu’ils sortent sur papier, avec des réponses inventées. Ils ne valent rien et leur code est refusé. Après l’enregistrement d’un fichier du service, il suffit d’actualiser.',
    en: 'The documents of the services as they look on paper, with invented answers. They are worth nothing and their code is refused. After a file of the service was saved, reloading is enough.',
  },
  none: {
    ar: 'لا خدمة هنا تصدر وثائق.',
    fr: 'Aucun service ne délivre ici de document.',
    en: 'No service here issues documents.',
  },
  inLanguage: { ar: '{document}، {language}', fr: '{document}, {language}', en: '{document}, {language}' },
} as const satisfies Record<string, Text>;

export const languageNames = { ar: 'العربية', fr: 'Français', en: 'English' } as const;
