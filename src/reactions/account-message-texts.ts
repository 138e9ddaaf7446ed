import type { Text } from '../base/texts.ts';
import { inAll, join, mailOf } from './message-pieces.ts';

/** E-mails to civil servants about their account. */
export interface AccountMessageTexts {
  readonly subject: Text;
  readonly email: Text;
}

const link = inAll('{link}');
const ifNotYou: Text = {
  ar: 'إن لم تكن أنت من قام بذلك، فغيّر كلمة مرورك فورًا من صفحة حسابك وأبلغ المسؤول عن الحسابات في مؤسستك: {link}',
  fr: 'Si ce n’était pas vous, changez tout de suite votre mot de passe sur la page de votre compte et prévenez l’administrateur des comptes de votre institution : {link}',
  en: 'If this was not you, change your password at once on your account page and tell the administrator of accounts at your institution: {link}',
};

const changeNews: Text = {
  ar: 'تغيّر متى تصلك هذه الرسائل، أو توقفها، من الصفحة نفسها.',
  fr: 'Quand ces messages vous parviennent, et si vous les voulez, se règle sur la même page.',
  en: 'When you get these messages, and whether, you choose on the same page.',
};

export const accountMessages = {
  'account/opened-by-exception': {
    subject: join(
      ' ',
      { ar: 'فُتح ملف استثنائيًا:', fr: 'Ouverture exceptionnelle :', en: 'Opened by exception:' },
      inAll('{reference}'),
    ),
    email: mailOf(
      {
        ar: 'فتح {who} الملف {reference} مع أنه ليس من صلاحياته، لسبب طارئ كتبه. وهو مفتوح له حتى {until}.',
        fr: '{who} a ouvert le dossier {reference} sans y avoir droit, pour un motif urgent qui est écrit. Il lui reste ouvert jusqu’au {until}.',
        en: '{who} has opened the record {reference} without a right to it, for an urgent reason that is written down. It stays open to that person until {until}.',
      },
      {
        ar: 'السبب مدوَّن في سجلّ الملف، ويقرأه صاحب الطلب أيضًا:',
        fr: 'Le motif figure dans l’historique, que la personne concernée lit aussi :',
        en: 'The reason stands in the history of the record, which the applicant reads, too:',
      },
      link,
    ),
  },
  'account/news': {
    subject: {
      ar: '{records, plural, one {جديد في طلب واحد} two {جديد في طلبين} few {جديد في # طلبات} many {جديد في # طلبًا} other {جديد في # طلب}}',
      fr: '{records, plural, one {Du nouveau sur # demande} other {Du nouveau sur # demandes}}',
      en: '{records, plural, one {News on # record} other {News on # records}}',
    },
    email: mailOf(
      {
        ar: 'لم تقرأ بعد ما جدّ في:',
        fr: 'Vous n’avez pas encore lu ce qui est nouveau sur :',
        en: 'You have not read yet what is new on:',
      },
      inAll('{lines}'),
      join(' ', { ar: 'اقرأه من هنا:', fr: 'Lisez-le ici :', en: 'Read it here:' }, link),
      changeNews,
    ),
  },
  'account/escalated': {
    subject: {
      ar: '{records, plural, one {طلب متأخّر أُحيل إليك} two {طلبان متأخّران أُحيلا إليك} few {# طلبات متأخّرة أُحيلت إليك} many {# طلبًا متأخّرًا أُحيل إليك} other {# طلب متأخّر أُحيل إليك}}',
      fr: '{records, plural, one {# demande en retard vous est transmise} other {# demandes en retard vous sont transmises}}',
      en: '{records, plural, one {# late record was escalated to you} other {# late records were escalated to you}}',
    },
    email: mailOf(
      {
        ar: 'انقضت مهلتها وأنت المسؤول عنها الآن:',
        fr: 'Leur délai est passé et vous en répondez :',
        en: 'Their time limit has passed, and you are called upon:',
      },
      inAll('{lines}'),
      join(' ', { ar: 'اقرأها من هنا:', fr: 'Lisez-les ici :', en: 'Read them here:' }, link),
      changeNews,
    ),
  },
  'account/changed': {
    subject: join('', { ar: 'حسابك: ', fr: 'Votre compte : ', en: 'Your account: ' }, inAll('{what}')),
    email: mailOf(
      {
        ar: 'حدث هذا في حسابك: {what}.',
        fr: 'Ceci a eu lieu sur votre compte : {what}.',
        en: 'This happened to your account: {what}.',
      },
      {
        ar: 'متى: {at}\nمن أين: {network}{has_device, select, yes {\nبأي جهاز: {device}} other {}}',
        fr: 'Quand : {at}\nD’où : {network}{has_device, select, yes {\nAvec quel appareil : {device}} other {}}',
        en: 'When: {at}\nFrom where: {network}{has_device, select, yes {\nWith which device: {device}} other {}}',
      },
      ifNotYou,
    ),
  },
  'account/decided': {
    subject: join('', { ar: 'حسابك: ', fr: 'Votre compte : ', en: 'Your account: ' }, inAll('{what}')),
    email: mailOf(
      {
        ar: 'قرّر {who} بشأن حسابك في {portal}: {what}.',
        fr: '{who} a décidé ceci pour votre compte sur {portal} : {what}.',
        en: '{who} decided this about your account at {portal}: {what}.',
      },
      {
        ar: 'السبب كما كُتب: {reason}\nمتى: {at}',
        fr: 'Motif écrit : {reason}\nQuand : {at}',
        en: 'Reason as it was written: {reason}\nWhen: {at}',
      },
      {
        ar: 'انتهت كل جلساتك المفتوحة. إن لم تكن تتوقّع ذلك فراجع فورًا المسؤول عن الحسابات في مؤسستك. صفحة الدخول: {link}',
        fr: 'Toutes vos sessions sont fermées. Si vous ne vous y attendiez pas, adressez-vous tout de suite à l’administrateur des comptes de votre institution. Page de connexion : {link}',
        en: 'All your sessions have ended. If you did not expect this, ask the administrator of accounts at your institution at once. Where to sign in: {link}',
      },
    ),
  },
  'account/reset': {
    subject: { ar: 'كلمة مرور جديدة', fr: 'Nouveau mot de passe', en: 'A new password' },
    email: mailOf(
      {
        ar: 'طُلب لحسابك تعيين كلمة مرور جديدة. عيّنها من هذا الرابط خلال نصف ساعة، ولا يُستعمل إلا مرة واحدة:',
        fr: 'Un nouveau mot de passe a été demandé pour votre compte. Choisissez-le par ce lien dans la demi-heure ; il ne sert qu’une fois :',
        en: 'A new password was asked for your account. Choose it by this link within half an hour; it works once:',
      },
      link,
      {
        ar: 'إن لم تطلب ذلك فتجاهل هذه الرسالة: تبقى كلمة مرورك كما هي.',
        fr: 'Si vous n’avez rien demandé, ignorez ce message : votre mot de passe reste le même.',
        en: 'If you did not ask for it, ignore this message: your password stays as it is.',
      },
    ),
  },
  'account/invitation': {
    subject: join(
      ' – ',
      { ar: 'دعوة لفتح حساب', fr: 'Invitation à ouvrir un compte', en: 'An invitation to open an account' },
      inAll('{portal}'),
    ),
    email: mailOf(
      {
        ar: 'أنت مدعو إلى فتح حساب عمل في {portal}. افتحه من هذا الرابط خلال سبعة أيام، ولا يُستعمل إلا مرة واحدة:',
        fr: 'Vous êtes invité à ouvrir un compte d’agent sur {portal}. Ouvrez-le par ce lien dans les sept jours ; il ne sert qu’une fois :',
        en: 'You are invited to open a staff account at {portal}. Open it by this link within seven days; it works once:',
      },
      link,
      {
        ar: 'إن لم تكن تنتظر هذه الدعوة فتجاهلها، ولا ترسل الرابط إلى أحد.',
        fr: 'Si vous n’attendiez pas cette invitation, ignorez-la ; ne transmettez ce lien à personne.',
        en: 'If you did not expect this invitation, ignore it; do not pass the link on.',
      },
    ),
  },
  'account/already-member': {
    subject: { ar: 'لديك حساب بالفعل', fr: 'Vous avez déjà un compte', en: 'You have an account already' },
    email: mailOf(
      {
        ar: 'دُعيت إلى فتح حساب في {portal}، ولديك حساب بهذا العنوان. سجّل الدخول به، واطلب ممن دعاك أن يمنحه الصلاحية اللازمة:',
        fr: 'Vous avez été invité à ouvrir un compte sur {portal}, mais vous en avez un à cette adresse. Connectez-vous et demandez à la personne qui vous a invité de lui donner le rôle voulu :',
        en: 'You were invited to open an account at {portal}, but you have one with this address. Sign in with it, and ask who invited you to give it the role it needs:',
      },
      link,
    ),
  },
} as const satisfies Record<string, AccountMessageTexts>;
