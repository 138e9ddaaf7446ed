import type { Locale, Text } from '../../src/base/texts.ts';
import { Actions, ButtonLink } from '../../src/pages/ui/button.tsx';
import { CardGrid, LinkCard } from '../../src/pages/ui/card.tsx';
import type { IconName } from '../../src/pages/ui/icons.ts';
import { Band, Hero, Page } from '../../src/pages/ui/page.tsx';
import type { PageContext } from '../../src/pages/ui/page-context.ts';
import { permit, steps, text } from './sample.ts';

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
