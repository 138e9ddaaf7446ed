import { renderToString } from 'preact-render-to-string';
import encodeQr from 'qr';
import type { Text } from '../../src/base/texts.ts';
import { Alert } from '../../src/pages/ui/alert.tsx';
import { Bdi } from '../../src/pages/ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../../src/pages/ui/button.tsx';
import { Checkboxes } from '../../src/pages/ui/choice-field.tsx';
import { LongDate, LongDateTime } from '../../src/pages/ui/date-time.tsx';
import { DateField } from '../../src/pages/ui/date-field.tsx';
import { DocumentCard } from '../../src/pages/ui/document-card.tsx';
import { FileField } from '../../src/pages/ui/file-field.tsx';
import { Icon } from '../../src/pages/ui/icon.tsx';
import { type IconName, icons } from '../../src/pages/ui/icons.ts';
import { Page, Title } from '../../src/pages/ui/page.tsx';
import type { PageContext } from '../../src/pages/ui/page-context.ts';
import { KeepCode, KeepCodes, StatusBanner } from '../../src/pages/ui/status-banner.tsx';
import { Tag, type Tone } from '../../src/pages/ui/tag.tsx';
import { TaskList } from '../../src/pages/ui/task-list.tsx';
import { TextArea, TextField } from '../../src/pages/ui/text-field.tsx';
import { Timeline } from '../../src/pages/ui/timeline.tsx';
import { text, timeZone } from './sample.ts';

const approved = text('موافَق عليه', 'Acceptée', 'Approved');
const sayAt = (context: PageContext, iso: string) => (
  <LongDateTime locale={context.locale} at={new Date(iso)} timeZone={timeZone} />
);

export const receiptPage = (context: PageContext) => {
  const { locale } = context;
  const say = (content: Text) => content[locale];
  const qr = encodeQr(`DWN1:${'NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOO6+IUKRG*I.I5BROCWAAT4V22F'.repeat(4)}`, 'svg');
  return (
    <Page
      context={context}
      title={say(text('تمت الموافقة على طلبك', 'Votre demande est acceptée', 'Your request is approved'))}
    >
      <StatusBanner
        tone="success"
        title={say(text('تمت الموافقة على طلبك', 'Votre demande est acceptée', 'Your request is approved'))}
      >
        <p>
          {say(
            text(
              'أُرسل التصريح إلى هاتفك. أبرز الرمز أدناه عند الحاجز.',
              'L’autorisation a été envoyée sur votre téléphone. Présentez le code ci-dessous au contrôle.',
              'The permit was sent to your phone. Show the code below at the checkpoint.',
            ),
          )}
        </p>
      </StatusBanner>
      <KeepCodes>
        <KeepCode label={say(text('الرقم المرجعي', 'Référence', 'Reference'))} code="MP-2026-7K4M-Q9" />
        <KeepCode
          label={say(text('الرمز السري', 'Code secret', 'Secret'))}
          code="cedar-river-47-amber"
          hint={say(
            text(
              'لا تعطِه لأحد: به يُفتح طلبك.',
              'Ne le donnez à personne : il ouvre votre demande.',
              'Give it to nobody: it opens your request.',
            ),
          )}
        />
      </KeepCodes>
      <DocumentCard
        title={say(text('تصريح تنقّل', 'Autorisation de circulation', 'Mobility permit'))}
        issuer={say(text('وزارة الداخلية والبلديات', 'Ministère de l’Intérieur', 'Ministry of Interior'))}
        status={say(text('صالح', 'Valable', 'Valid'))}
        tone="success"
        facts={[
          { label: say(text('الاسم', 'Nom', 'Name')), value: say(text('ليلى حدّاد', 'Leïla Haddad', 'Leila Haddad')) },
          { label: say(text('من', 'De', 'From')), value: say(text('صيدا', 'Saïda', 'Saida')) },
          {
            label: say(text('صالح ابتداءً من', 'Valable à partir du', 'Valid from')),
            value: sayAt(context, '2026-03-12T12:30:00Z'),
          },
          { label: say(text('لغاية', 'Jusqu’au', 'Until')), value: sayAt(context, '2026-03-12T20:30:00Z') },
        ]}
        qr={
          <div
            role="img"
            aria-label={say(text('رمز التصريح', 'Code de l’autorisation', 'Permit code'))}
            dangerouslySetInnerHTML={{ __html: qr }}
          />
        }
        qrCaption={say(text('يُقرأ من دون اتصال بالإنترنت', 'Lisible sans connexion', 'Read without a connection'))}
      >
        <ButtonLink href="/permit.pdf" icon="download" download>
          {say(text('تنزيل PDF', 'Télécharger le PDF', 'Download PDF'))}
        </ButtonLink>
        <ButtonLink href="/print" look="secondary" icon="print">
          {say(text('طباعة', 'Imprimer', 'Print'))}
        </ButtonLink>
      </DocumentCard>
      <h2>{say(text('ماذا جرى حتى الآن', 'Ce qui s’est passé', 'What has happened'))}</h2>
      <Timeline
        moments={[
          {
            title: say(text('صدر التصريح', 'Autorisation délivrée', 'Permit issued')),
            byline: sayAt(context, '2026-03-12T10:02:03Z'),
            tone: 'success',
            icon: 'permit',
          },
          {
            title: say(approved),
            byline: (
              <>
                {say(text('قرار تلقائي', 'Décision automatique', 'Automatic decision'))} ·{' '}
                {sayAt(context, '2026-03-12T10:02:02Z')}
              </>
            ),
            tone: 'success',
          },
          {
            title: say(text('استُلم الطلب', 'Demande reçue', 'Request received')),
            byline: sayAt(context, '2026-03-12T10:02:01Z'),
            body: <p>{say(text('السبب: صحي', 'Motif : médical', 'Reason: medical'))}</p>,
          },
        ]}
      />
    </Page>
  );
};

const tones: readonly [Tone, Text][] = [
  ['neutral', text('لم يبدأ', 'À faire', 'Not started')],
  ['info', text('قيد المعالجة', 'En cours', 'In progress')],
  ['success', approved],
  ['warning', text('متأخّر', 'En retard', 'Overdue')],
  ['danger', text('مرفوض', 'Refusée', 'Rejected')],
];

export const partsPage = (context: PageContext) => {
  const { locale } = context;
  const say = (content: Text) => content[locale];
  return (
    <Page
      context={context}
      title="Parts"
      crumbs={[
        { href: '/', label: say(text('الرئيسية', 'Accueil', 'Home')) },
        { href: '/civil', label: say(text('الأحوال الشخصية', 'État civil', 'Civil status')) },
      ]}
    >
      <Title>{say(text('قائمة المهام', 'Liste des tâches', 'Task list'))}</Title>
      <TaskList
        tasks={[
          {
            label: say(text('مقدّم الطلب', 'Demandeur', 'Applicant')),
            href: '/1',
            status: say(text('مكتمل', 'Terminé', 'Completed')),
          },
          {
            label: say(text('المستندات', 'Documents', 'Documents')),
            href: '/2',
            status: say(text('لم يبدأ', 'À faire', 'Not started')),
            tone: 'info',
          },
          {
            label: say(text('الإرسال', 'Envoi', 'Send')),
            hint: say(text('بعد إكمال الأقسام السابقة', 'Après les parties précédentes', 'After the parts above')),
            status: say(text('غير متاح بعد', 'Pas encore', 'Not yet')),
          },
        ]}
      />
      <p>{tones.map(([tone, label]) => [<Tag tone={tone}>{say(label)}</Tag>, ' '])}</p>
      {tones.slice(1).map(([tone, label]) => (
        <Alert tone={tone as 'info'} title={say(label)}>
          <p>
            {say(text('اتصل بالرقم ', 'Appelez le ', 'Call '))}
            <Bdi>+961 1 123 456</Bdi>
            {say(text(' أو راجع ', ' ou voyez ', ' or see '))}
            <a href="/help">{say(text('صفحة المساعدة', 'la page d’aide', 'the help page'))}</a>.
          </p>
        </Alert>
      ))}
      <TextField
        locale={locale}
        name="alone"
        label={say(text('ما اسم المولود؟', 'Quel est le prénom de l’enfant ?', 'What is the child’s name?'))}
        width="short"
      />
      <DateField
        locale={locale}
        name="born"
        label={say(text('تاريخ الميلاد', 'Date de naissance', 'Date of birth'))}
        hint={say(text('مثال: 27 3 1990', 'Exemple : 27 3 1990', 'For example: 27 3 1990'))}
      />
      <Checkboxes
        locale={locale}
        name="needs"
        label={say(text('ما الذي تحتاج إليه؟', 'De quoi avez-vous besoin ?', 'What do you need?'))}
        values={['food']}
        error={say(text('اختر حاجة واحدة على الأقل', 'Choisissez au moins un besoin', 'Choose at least one need'))}
        options={[
          {
            value: 'food',
            label: say(text('غذاء', 'Nourriture', 'Food')),
            hint: say(text('حصة شهرية للأسرة', 'Une ration mensuelle par ménage', 'A monthly ration for the household')),
          },
          { value: 'care', label: say(text('رعاية صحية', 'Soins', 'Health care')) },
        ]}
      />
      <FileField
        locale={locale}
        name="proof"
        label={say(text('صورة عن الهوية', 'Photo de la pièce d’identité', 'Picture of the identity card'))}
        hint={say(
          text(
            'صوّرها بالكاميرا أو اختر ملفًا، حتى 10 ميغابايت',
            'Prenez une photo ou choisissez un fichier, 10 Mo au plus',
            'Take a picture or choose a file, up to 10 MB',
          ),
        )}
        accept="image/*,application/pdf"
      />
      <Actions>
        <Button danger>{say(text('سحب الطلب', 'Retirer la demande', 'Withdraw the request'))}</Button>
        <Button look="tertiary">{say(text('إلغاء', 'Annuler', 'Cancel'))}</Button>
      </Actions>
      <p>
        <LongDate locale={locale} at={new Date('2026-03-12T22:30:00Z')} timeZone={timeZone} />
      </p>
      <StatusBanner tone="danger" title={say(text('مستند غير صالح', 'Document non valable', 'Document not valid'))}>
        <p>{say(text('أُلغي هذا التصريح.', 'Cette autorisation a été révoquée.', 'This permit was revoked.'))}</p>
      </StatusBanner>
      <ul class="ds-list">
        {(Object.keys(icons) as IconName[]).map((name) => (
          <li>
            <Icon name={name} /> {name}
          </li>
        ))}
      </ul>
      <TextArea locale={locale} name="note" label={renderToString(<>{say(text('ملاحظة', 'Remarque', 'Note'))}</>)} />
    </Page>
  );
};
