import type { Text } from '../../base/texts.ts';

/** A page of plain words: each section a heading and its paragraphs. */
export interface AboutPage {
  readonly title: Text;
  readonly lead: Text;
  readonly sections: readonly { readonly title: Text; readonly paragraphs: readonly Text[] }[];
}

export const howItWorks: AboutPage = {
  title: { ar: 'كيف تعمل هذه البوابة؟', fr: 'Comment ça marche ?', en: 'How it works' },
  lead: {
    ar: 'من الطلب إلى الجواب، ومن يقرر، وكيف تتحقق من كل خطوة.',
    fr: 'De la demande à la réponse : qui décide, et comment le vérifier.',
    en: 'From the request to the answer: who decides, and how you can check it.',
  },
  sections: [
    {
      title: { ar: 'من يقرر؟', fr: 'Qui décide ?', en: 'Who decides?' },
      paragraphs: [
        {
          ar: 'بعض الطلبات توافق عليها قاعدة معلنة في لحظة إرسالها، ويذكر الجواب هذه القاعدة. أما الطلبات الأخرى فينظر فيها موظف في الجهة المسؤولة.',
          fr: 'Certaines demandes sont accordées à l’envoi par une règle publique, que la réponse cite. Les autres sont examinées par un agent de l’institution responsable.',
          en: 'Some requests are approved by a published rule the moment they are sent, and the answer states the rule. The others are examined by an officer of the institution in charge.',
        },
        {
          ar: 'لكل خدمة مهلة. إذا انقضت من دون جواب أُحيل طلبك إلى المسؤول، وترى ذلك في صفحة المتابعة.',
          fr: 'Quand un service fixe un délai et qu’il passe sans réponse, la demande est transmise au responsable ; vous le voyez sur la page de suivi.',
          en: 'Where a service has a time limit and it passes without an answer, the request goes to a supervisor, and you see this when you follow it.',
        },
      ],
    },
    {
      title: { ar: 'إذا لم تكن موافقًا على القرار', fr: 'Si vous n’êtes pas d’accord', en: 'If you do not agree' },
      paragraphs: [
        {
          ar: 'كل رفض يصلك مع سببه. وحيث تتيح الخدمة الاعتراض تجد زر الاعتراض في صفحة المتابعة.',
          fr: 'Tout refus vous parvient avec son motif. Là où le service permet de le contester, le bouton se trouve sur la page de suivi.',
          en: 'Every refusal comes to you with its reason. Where the service lets you contest it, the button is on the page where you follow the request.',
        },
      ],
    },
    {
      title: { ar: 'كل خطوة مسجّلة', fr: 'Chaque étape est enregistrée', en: 'Every step is recorded' },
      paragraphs: [
        {
          ar: 'كل ما يجري في طلبك يُسجَّل مع وقته والجهة التي قامت به، ولا يمكن للبرنامج أن يغيّر ما سُجّل أو يحذفه. ترى هذه الخطوات كلها في صفحة المتابعة.',
          fr: 'Tout ce qui arrive à votre demande est enregistré avec l’heure et l’institution ; le programme ne peut ni modifier ni effacer ces étapes. Vous les voyez toutes sur la page de suivi.',
          en: 'All that happens to your request is recorded with its time and the institution; the program can neither change nor remove these steps. You see all of them when you follow the request.',
        },
      ],
    },
    {
      title: { ar: 'الوثائق', fr: 'Les documents', en: 'Documents' },
      paragraphs: [
        {
          ar: 'تحمل كل وثيقة رمزًا موقّعًا رقميًا. يقرأه أي هاتف من صفحة التحقق، حتى من دون اتصال بالإنترنت، فيظهر هل الوثيقة صحيحة وما مدة صلاحيتها.',
          fr: 'Chaque document porte un code signé. La page de vérification le lit avec n’importe quel téléphone, même sans connexion, et dit s’il est authentique et jusqu’à quand il est valable.',
          en: 'Every document carries a signed code. The verification page reads it with any phone, even without a connection, and says whether it is genuine and until when it is valid.',
        },
      ],
    },
  ],
};

export const privacy: AboutPage = {
  title: { ar: 'الخصوصية', fr: 'Vie privée', en: 'Privacy' },
  lead: {
    ar: 'ما الذي يُحفظ عنك هنا، ومن يراه، وإلى متى.',
    fr: 'Ce qui est conservé ici à votre sujet, qui le voit et combien de temps.',
    en: 'What is kept about you here, who sees it, and for how long.',
  },
  sections: [
    {
      title: { ar: 'إجاباتك', fr: 'Vos réponses', en: 'Your answers' },
      paragraphs: [
        {
          ar: 'يراها من تذكره صفحة كل خدمة، وهناك أيضًا مدة حفظها. لا تظهر أسماء ولا أرقام هواتف في السجلات التقنية ولا في البيانات المنشورة.',
          fr: 'La page de chaque service dit qui les voit et combien de temps elles sont conservées. Ni noms ni numéros de téléphone ne figurent dans les journaux techniques ou les données publiées.',
          en: 'The page of each service says who sees them and how long they are kept. Names and telephone numbers appear neither in technical logs nor in published data.',
        },
        {
          ar: 'الطلب الذي لم يُرسل يُحفظ أربعة عشر يومًا منذ آخر تعديل ثم يُحذف، ويمكنك حذفه بنفسك قبل ذلك.',
          fr: 'Une demande inachevée est gardée quatorze jours après la dernière saisie, puis supprimée ; vous pouvez l’effacer avant.',
          en: 'A request that was not sent is kept for fourteen days after you last typed something, then removed; you can delete it sooner.',
        },
      ],
    },
    {
      title: { ar: 'ما يُحفظ على هاتفك', fr: 'Ce que garde votre téléphone', en: 'What your phone keeps' },
      paragraphs: [
        {
          ar: 'ملفات تعريف صغيرة (كوكيز) لازمة للعمل فقط: اللغة التي اخترتها، وحماية النماذج، والطلب الذي تملؤه (أربعة عشر يومًا)، والطلبات التي فتحتها (سبعة أيام). يمكنك إخفاء أي طلب من صفحته إذا كان غيرك يستعمل الهاتف.',
          fr: 'Seulement les cookies nécessaires : la langue choisie, la protection des formulaires, la demande en cours (quatorze jours) et les demandes ouvertes (sept jours). Si d’autres utilisent ce téléphone, la page de la demande permet de l’oublier.',
          en: 'Only the cookies that are needed: the language you chose, the protection of forms, the request you are filling in (fourteen days) and the requests you opened (seven days). If others use the phone, the page of a request lets you forget it there.',
        },
        {
          ar: 'لا تتصل هذه الصفحات بأي جهة خارجية، ولا تتبّع ولا إعلانات.',
          fr: 'Ces pages ne contactent aucun tiers ; elles ne contiennent ni pistage ni publicité.',
          en: 'These pages contact no third party; there is no tracking and no advertising.',
        },
      ],
    },
    {
      title: { ar: 'الرمز السري', fr: 'Le code secret', en: 'The secret code' },
      paragraphs: [
        {
          ar: 'من يملك الرقم المرجعي والرمز السري يفتح الطلب، فلا تعطهما لأحد. لا يُحفظ الرمز السري مع طلبك في قاعدة البيانات.',
          fr: 'Qui possède la référence et le code secret ouvre la demande : ne les donnez à personne. Le code n’est pas enregistré avec votre demande dans la base de données.',
          en: 'Whoever has the reference and the secret code opens the request: give them to nobody. The code is not stored with your request in the database.',
        },
      ],
    },
  ],
};

export const accessibility: AboutPage = {
  title: { ar: 'سهولة الوصول', fr: 'Accessibilité', en: 'Accessibility' },
  lead: {
    ar: 'صُنعت هذه الصفحات ليستعملها الجميع، وعلى هاتف قديم أيضًا.',
    fr: 'Ces pages sont faites pour tout le monde, y compris sur un vieux téléphone.',
    en: 'These pages are made for everybody, on an old phone too.',
  },
  sections: [
    {
      title: { ar: 'ما نلتزم به', fr: 'Ce que nous respectons', en: 'What we aim for' },
      paragraphs: [
        {
          ar: 'نتّبع إرشادات WCAG 2.2 بالمستوى AA باللغات الثلاث، وتُفحص الصفحات آليًا في كل تعديل.',
          fr: 'Nous suivons les règles WCAG 2.2, niveau AA, dans les trois langues ; un contrôle automatique vérifie les pages à chaque modification.',
          en: 'We follow WCAG 2.2 at level AA in the three languages, and an automatic check looks at the pages with every change.',
        },
        {
          ar: 'تعمل الصفحات كاملة بلوحة المفاتيح وحدها، ومع قارئ الشاشة، ومن دون جافا سكريبت، وعند تكبير النص. ويمكن كتابة الأرقام العربية ١٢٣ أو 123.',
          fr: 'Tout fonctionne au clavier seul, avec un lecteur d’écran, sans JavaScript et avec un texte agrandi. Les chiffres peuvent être saisis sous la forme 123 ou ١٢٣.',
          en: 'Everything works with a keyboard alone, with a screen reader, without JavaScript and with enlarged text. Digits may be typed as 123 or ١٢٣.',
        },
      ],
    },
    {
      title: { ar: 'ما لم يُفحص بعد', fr: 'Ce qui reste à vérifier', en: 'What has not been checked yet' },
      paragraphs: [
        {
          ar: 'لم تُجرَّب الصفحات بعد مع أشخاص ذوي إعاقة. إذا صعب عليك شيء فأخبر الجهة المسؤولة عن الخدمة واطلب أن يُقدَّم الطلب عنك في مكاتبها.',
          fr: 'Les pages n’ont pas encore été essayées avec des personnes handicapées. Si quelque chose vous est difficile, dites-le à l’institution responsable du service et demandez qu’elle saisisse la demande avec vous.',
          en: 'The pages have not yet been tried with people with disabilities. If something is hard for you, tell the institution in charge of the service and ask it to make the request with you.',
        },
      ],
    },
  ],
};
