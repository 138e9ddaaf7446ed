import type { ProblemText } from './problem-texts.ts';

/** What is said where a file cannot be had, or cannot be taken. */
export const fileProblemTexts = {
  'storage-away': {
    title: {
      ar: 'الملفات غير متاحة الآن',
      fr: 'Les fichiers ne sont pas accessibles en ce moment',
      en: 'Files cannot be reached at the moment',
    },
    detail: {
      ar: 'الملف محفوظ، لكن المكان المحفوظ فيه لا يستجيب. حاول مرة أخرى بعد دقائق.',
      fr: 'Le fichier est conservé, mais l’endroit où il se trouve ne répond pas. Réessayez dans quelques minutes.',
      en: 'The file is kept, but where it lies does not answer. Try again in a few minutes.',
    },
  },
  'piece-out-of-place': {
    title: {
      ar: 'هذا الجزء ليس في مكانه',
      fr: 'Ce morceau n’est pas à sa place',
      en: 'This piece is out of place',
    },
    detail: {
      ar: 'اسأل أولًا بطريقة HEAD كم وصل من الملف، ثم أكمل من هناك.',
      fr: 'Demandez d’abord par HEAD ce qui est arrivé du fichier, puis continuez de là.',
      en: 'Ask by HEAD how much of the file has arrived, then go on from there.',
    },
  },
  'not-scanned-yet': {
    title: {
      ar: 'لم يُفحص هذا الملف بعد',
      fr: 'Ce fichier n’a pas encore été analysé',
      en: 'This file has not been checked yet',
    },
    detail: {
      ar: 'يُفحص كل ملف بحثًا عن الفيروسات قبل أن يُفتح. حاول مرة أخرى بعد دقائق.',
      fr: 'Chaque fichier est analysé à la recherche de virus avant d’être ouvert. Réessayez dans quelques minutes.',
      en: 'Every file is checked for viruses before it is opened. Try again in a few minutes.',
    },
  },
  'file-infected': {
    title: { ar: 'أُزيل هذا الملف', fr: 'Ce fichier a été retiré', en: 'This file was removed' },
    detail: {
      ar: 'وجد فيه برنامج فحص الفيروسات شيئًا ضارًّا. اطلب الملف من صاحبه من جديد.',
      fr: 'L’antivirus y a trouvé quelque chose de nuisible. Demandez à nouveau le fichier à son auteur.',
      en: 'The virus scanner found something harmful in it. Ask the person who sent it for it again.',
    },
  },
} as const satisfies Record<string, ProblemText>;
