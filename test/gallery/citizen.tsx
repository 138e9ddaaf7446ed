import { type Locale, type Text } from '../../src/base/texts.ts';
import { Alert } from '../../src/pages/ui/alert.tsx';
import { Bdi } from '../../src/pages/ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../../src/pages/ui/button.tsx';
import { CardGrid, LinkCard } from '../../src/pages/ui/card.tsx';
import { Radios, SelectField } from '../../src/pages/ui/choice-field.tsx';
import { DateTimeField } from '../../src/pages/ui/date-field.tsx';
import { LongDateTime } from '../../src/pages/ui/date-time.tsx';
import { Details } from '../../src/pages/ui/details.tsx';
import type { IconName } from '../../src/pages/ui/icons.ts';
import { Steps } from '../../src/pages/ui/navigation.tsx';
import { Band, Hero, Page, Title } from '../../src/pages/ui/page.tsx';
import type { PageContext } from '../../src/pages/ui/page-context.ts';
import { PlaceField } from '../../src/pages/ui/place-field.tsx';
import { SummaryList } from '../../src/pages/ui/summary-list.tsx';
import { PhoneField, TextArea, TextField } from '../../src/pages/ui/text-field.tsx';
import { text, timeZone } from './sample.ts';

const permit = text('تصريح تنقّل', 'Autorisation de circulation', 'Mobility permit');
const steps = [
  text('مقدّم الطلب', 'Demandeur', 'Applicant'),
  text('الرحلة', 'Trajet', 'Trip'),
  text('السبب', 'Motif', 'Reason'),
  text('المراجعة', 'Vérification', 'Check'),
];
const in_ = (locale: Locale) => (content: Text) => content[locale];

const services: readonly [IconName, Text, Text][] = [
  [
    'permit',
    permit,
    text('للتنقّل خلال ساعات منع التجوّل', 'Pour circuler pendant le couvre-feu', 'To go out during the curfew'),
  ],
  [
    'voice',
    text('شكوى أو اقتراح', 'Plainte ou suggestion', 'Complaint or suggestion'),
    text('عن خدمة عامة أو مرفق عام', 'Sur un service ou un équipement public', 'About a public service or facility'),
  ],
  [
    'home',
    text('مساعدة اجتماعية', 'Aide sociale', 'Social assistance'),
    text('للأسر الأكثر حاجة', 'Pour les ménages les plus démunis', 'For households most in need'),
  ],
  [
    'health',
    text('موعد تلقيح', 'Rendez-vous de vaccination', 'Vaccination appointment'),
    text('اختيار المركز والوقت', 'Choisir le centre et l’heure', 'Choose the centre and the time'),
  ],
  [
    'shield',
    text('الإبلاغ عن فساد', 'Signaler un fait de corruption', 'Report corruption'),
    text('من دون ذكر الاسم إذا شئت', 'Anonymement si vous le souhaitez', 'Anonymously if you wish'),
  ],
  [
    'qr',
    text('التحقّق من مستند', 'Vérifier un document', 'Check a document'),
    text('بالكاميرا أو بإدخال الرمز', 'Avec l’appareil photo ou le code', 'With the camera or the code'),
  ],
];

export const homePage = (context: PageContext) => {
  const say = in_(context.locale);
  return (
    <Page context={context} title={say(text('الصفحة الرئيسية', 'Accueil', 'Home'))} layout="home">
      <Hero
        title={say(
          text(
            'خدمات الدولة في مكان واحد',
            'Les services de l’État en un seul endroit',
            'The services of the state in one place',
          ),
        )}
        lead={say(
          text(
            'قدّم طلبك من هاتفك، وتابعه خطوةً خطوة من دون حساب.',
            'Faites votre demande depuis votre téléphone et suivez-la pas à pas, sans compte.',
            'Apply from your phone and follow each step, without an account.',
          ),
        )}
      >
        <Actions>
          <ButtonLink href="/track" icon="search">
            {say(text('متابعة طلب', 'Suivre une demande', 'Follow a request'))}
          </ButtonLink>
          <ButtonLink href="/verify" look="secondary" icon="qr">
            {say(text('التحقّق من مستند', 'Vérifier un document', 'Check a document'))}
          </ButtonLink>
        </Actions>
      </Hero>
      <Band>
        <h2>{say(text('الخدمات', 'Services', 'Services'))}</h2>
        <CardGrid>
          {services.map(([icon, title, detail]) => (
            <LinkCard href={`/${icon}`} title={say(title)} icon={icon}>
              {say(detail)}
            </LinkCard>
          ))}
        </CardGrid>
      </Band>
      <Band>
        <h2>{say(text('كيف تسير الأمور', 'Comment ça marche', 'How it works'))}</h2>
        <ol class="ways">
          {steps.slice(0, 3).map((step) => (
            <li>
              <h3>{say(step)}</h3>
              <p>
                {say(
                  text('أسئلة قليلة، كلٌّ في صفحة', 'Quelques questions, une par page', 'A few questions, one to a page'),
                )}
              </p>
            </li>
          ))}
        </ol>
      </Band>
    </Page>
  );
};

const reasons: readonly [string, Text][] = [
  ['medical', text('سبب صحي', 'Raison médicale', 'Medical')],
  ['food', text('شراء مواد غذائية', 'Achat de nourriture', 'Food')],
  ['work', text('العمل', 'Travail', 'Work')],
  ['other', text('سبب آخر', 'Autre', 'Other')],
];

const phoneError = text(
  'أدخل رقم الهاتف مع رمز البلد',
  'Saisissez le numéro de téléphone avec l’indicatif du pays',
  'Enter the phone number with its country code',
);
const leaveError = text(
  'يجب أن يكون وقت الخروج في المستقبل',
  'L’heure de départ doit être à venir',
  'The time of leaving must be in the future',
);

export const formPage = (context: PageContext) => {
  const { locale } = context;
  const say = in_(locale);
  return (
    <Page
      context={context}
      title={say(text('بيانات الرحلة', 'Votre trajet', 'Your trip'))}
      problems={[
        { name: 'phone', message: say(phoneError) },
        { name: 'leave_at', message: say(leaveError) },
      ]}
      backHref="/mobility-permit"
    >
      <Steps locale={locale} steps={steps.map(say)} now={2} />
      <Title above={say(permit)}>{say(text('بيانات الرحلة', 'Votre trajet', 'Your trip'))}</Title>
      <form method="post">
        <TextField
          locale={locale}
          name="full_name"
          label={say(text('الاسم الكامل', 'Nom complet', 'Full name'))}
          hint={say(
            text(
              'كما يظهر على بطاقة الهوية',
              'Tel qu’il figure sur la carte d’identité',
              'As it stands on the identity card',
            ),
          )}
          value={say(text('ليلى حدّاد', 'Leïla Haddad', 'Leila Haddad'))}
          autocomplete="name"
        />
        <PhoneField
          locale={locale}
          name="phone"
          label={say(text('رقم الهاتف', 'Téléphone', 'Phone number'))}
          hint={say(text('مثال: ‎+961 3 123 456', 'Exemple : +961 3 123 456', 'For example: +961 3 123 456'))}
          value="+961 3 12"
          error={say(phoneError)}
        />
        <PlaceField
          locale={locale}
          name="origin"
          label={say(text('مكان الانطلاق', 'Lieu de départ', 'Where you leave from'))}
          search={say(text('صيدا', 'Saïda', 'Saida'))}
          value="LB-32110"
          results={[
            {
              value: 'LB-32110',
              label: say(text('صيدا', 'Saïda', 'Saida')),
              hint: say(text('قضاء صيدا، الجنوب', 'district de Saïda, Sud', 'Saida district, South')),
            },
            {
              value: 'LB-32111',
              label: say(text('مجدليون', 'Majdelyoun', 'Majdelyoun')),
              hint: say(text('قضاء صيدا، الجنوب', 'district de Saïda, Sud', 'Saida district, South')),
            },
          ]}
          resultsLabel={say(text('الأماكن المطابقة', 'Lieux trouvés', 'Places found'))}
          nothingFound=""
        />
        <Radios
          locale={locale}
          name="reason"
          label={say(text('سبب التنقّل', 'Motif du déplacement', 'Reason for going out'))}
          value="medical"
          options={reasons.map(([value, label]) => ({ value, label: say(label) }))}
        />
        <DateTimeField
          locale={locale}
          name="leave_at"
          label={say(text('وقت الخروج', 'Heure de départ', 'When you leave'))}
          hint={say(
            text('مثال: 27 3 2026، الساعة 14:30', 'Exemple : 27 3 2026 à 14:30', 'For example: 27 3 2026 at 14:30'),
          )}
          values={{ day: '27', month: '3', year: '2024', time: '14:30' }}
          error={say(leaveError)}
        />
        <SelectField
          locale={locale}
          name="governorate"
          label={say(text('المحافظة', 'Gouvernorat', 'Governorate'))}
          width="medium"
          value="b"
          options={[{ value: 'b', label: say(text('بعلبك الهرمل', 'Baalbek-Hermel', 'Baalbek-Hermel')) }]}
        />
        <TextArea
          locale={locale}
          name="explanation"
          label={say(text('توضيح', 'Précisions', 'Explanation'))}
          optional
          rows={3}
        />
        <Actions>
          <Button>{say(text('متابعة', 'Continuer', 'Continue'))}</Button>
          <Button look="secondary" name="save" value="1">
            {say(text('حفظ والعودة لاحقًا', 'Enregistrer et revenir plus tard', 'Save and come back later'))}
          </Button>
        </Actions>
      </form>
    </Page>
  );
};

export const checkPage = (context: PageContext) => {
  const { locale } = context;
  const say = in_(locale);
  const row = (label: Text, value: preact.ComponentChildren) => ({ label: say(label), value, changeHref: '/change' });
  return (
    <Page
      context={context}
      title={say(text('راجع إجاباتك', 'Vérifiez vos réponses', 'Check your answers'))}
      backHref="/back"
    >
      <Steps locale={locale} steps={steps.map(say)} now={4} />
      <Title above={say(permit)}>
        {say(
          text('راجع إجاباتك قبل الإرسال', 'Vérifiez vos réponses avant l’envoi', 'Check your answers before sending'),
        )}
      </Title>
      <SummaryList
        locale={locale}
        rows={[
          row(text('الاسم الكامل', 'Nom complet', 'Full name'), say(text('ليلى حدّاد', 'Leïla Haddad', 'Leila Haddad'))),
          row(text('رقم الهاتف', 'Téléphone', 'Phone number'), <Bdi>+961 3 123 456</Bdi>),
          row(
            text('مكان الانطلاق', 'Lieu de départ', 'Where you leave from'),
            say(text('صيدا، قضاء صيدا', 'Saïda, district de Saïda', 'Saida, Saida district')),
          ),
          row(
            text('وقت الخروج', 'Heure de départ', 'When you leave'),
            <LongDateTime locale={locale} at={new Date('2026-03-12T12:30:00Z')} timeZone={timeZone} />,
          ),
          row(text('رقم اللوحة', 'Plaque', 'Number plate'), undefined),
        ]}
      />
      <Alert
        tone="info"
        title={say(text('من يطّلع على هذه المعلومات؟', 'Qui verra ces informations ?', 'Who will see this?'))}
      >
        <p>
          {say(
            text(
              'موظفو وزارة الداخلية المكلّفون بالتصاريح فقط. تُحذف بعد 90 يومًا.',
              'Seuls les agents du ministère de l’Intérieur chargés des autorisations. Effacement après 90 jours.',
              'Only the permit agents of the Interior Ministry. Deleted after 90 days.',
            ),
          )}
        </p>
      </Alert>
      <Details summary={say(text('كيف يُتَّخذ القرار؟', 'Comment la décision est-elle prise ?', 'How is it decided?'))}>
        <p>
          {say(
            text(
              'الأسباب الصحية والغذائية تُقبل تلقائيًا، وما عداها ينظر فيه موظف خلال ساعتين.',
              'Les motifs médicaux et alimentaires sont acceptés d’office ; un agent examine les autres sous deux heures.',
              'Medical and food reasons are approved at once; an agent looks at the others within two hours.',
            ),
          )}
        </p>
      </Details>
      <form method="post">
        <Actions>
          <Button>{say(text('إرسال الطلب', 'Envoyer la demande', 'Send the request'))}</Button>
        </Actions>
      </form>
    </Page>
  );
};
