import type { Text } from '../../src/base/texts.ts';
import { Alert } from '../../src/pages/ui/alert.tsx';
import { Bdi } from '../../src/pages/ui/bdi.tsx';
import { Actions, Button } from '../../src/pages/ui/button.tsx';
import { Card, EmptyState, FilterBar } from '../../src/pages/ui/card.tsx';
import { SelectField } from '../../src/pages/ui/choice-field.tsx';
import { LongDateTime } from '../../src/pages/ui/date-time.tsx';
import { Pagination } from '../../src/pages/ui/navigation.tsx';
import { Columns, Page, Title } from '../../src/pages/ui/page.tsx';
import type { PageContext } from '../../src/pages/ui/page-context.ts';
import { SummaryList } from '../../src/pages/ui/summary-list.tsx';
import { Table } from '../../src/pages/ui/table.tsx';
import { Tag, type Tone } from '../../src/pages/ui/tag.tsx';
import { TextArea, TextField } from '../../src/pages/ui/text-field.tsx';
import { Timeline } from '../../src/pages/ui/timeline.tsx';
import { text, timeZone } from './sample.ts';

const waiting = text('بانتظار القرار', 'À décider', 'To decide');
const rows: readonly {
  reference: string;
  name: Text;
  reason: Text;
  state: Text;
  tone: Tone;
  due: string;
  late?: 'warning' | 'danger';
}[] = [
  {
    reference: 'MP-2026-7K4M-Q9',
    name: text('كريم منصور', 'Karim Mansour', 'Karim Mansour'),
    reason: text('سبب آخر', 'Autre', 'Other'),
    state: text('متأخّر', 'En retard', 'Overdue'),
    tone: 'danger',
    due: '2026-03-12T08:00:00Z',
    late: 'danger',
  },
  {
    reference: 'MP-2026-9D2X-A1',
    name: text('نور الحاج', 'Nour El-Hajj', 'Nour El-Hajj'),
    reason: text('العمل', 'Travail', 'Work'),
    state: waiting,
    tone: 'warning',
    due: '2026-03-12T11:00:00Z',
    late: 'warning',
  },
  {
    reference: 'MP-2026-3FZ8-T6',
    name: text('سامر عيتاني', 'Samer Itani', 'Samer Itani'),
    reason: text('سفر', 'Voyage', 'Travel'),
    state: waiting,
    tone: 'info',
    due: '2026-03-12T12:30:00Z',
  },
  {
    reference: 'MP-2026-5WQ1-N3',
    name: text('هبة شمس الدين', 'Hiba Chamseddine', 'Hiba Chamseddine'),
    reason: text('سبب آخر', 'Autre', 'Other'),
    state: text('بانتظار جواب صاحب الطلب', 'Réponse attendue', 'Awaiting an answer'),
    tone: 'neutral',
    due: '2026-03-12T13:00:00Z',
  },
];

export const worklistPage = (context: PageContext) => {
  const { locale } = context;
  const say = (content: Text) => content[locale];
  return (
    <Page context={context} title={say(text('قائمة العمل', 'Liste de travail', 'Worklist'))} layout="wide">
      <Title>{say(text('قائمة العمل', 'Liste de travail', 'Worklist'))}</Title>
      <FilterBar label={say(text('تصفية القائمة', 'Filtrer la liste', 'Filter the list'))}>
        <TextField
          locale={locale}
          name="q"
          label={say(text('رقم مرجعي أو اسم', 'Référence ou nom', 'Reference or name'))}
          type="search"
        />
        <SelectField
          locale={locale}
          name="state"
          label={say(text('الحالة', 'État', 'State'))}
          options={[{ value: 'w', label: say(waiting) }]}
          value="w"
        />
        <Button look="secondary" icon="filter">
          {say(text('تصفية', 'Filtrer', 'Filter'))}
        </Button>
      </FilterBar>
      <Table
        caption={say(text('37 طلبًا', '37 demandes', '37 requests'))}
        rows={rows}
        rowTone={(row) => row.late}
        columns={[
          {
            label: say(text('الرقم المرجعي', 'Référence', 'Reference')),
            isHeader: true,
            cell: (row) => (
              <a class="ds-link" href={`/staff/records/${row.reference}`}>
                <Bdi>{row.reference}</Bdi>
              </a>
            ),
          },
          { label: say(text('صاحب الطلب', 'Demandeur', 'Applicant')), cell: (row) => say(row.name) },
          { label: say(text('السبب', 'Motif', 'Reason')), cell: (row) => say(row.reason) },
          { label: say(text('الحالة', 'État', 'State')), cell: (row) => <Tag tone={row.tone}>{say(row.state)}</Tag> },
          {
            label: say(text('المهلة', 'Échéance', 'Due')),
            cell: (row) => <LongDateTime locale={locale} at={new Date(row.due)} timeZone={timeZone} />,
          },
          { label: say(text('المحاولات', 'Tentatives', 'Attempts')), isNumber: true, cell: () => '1 204' },
        ]}
      />
      <Pagination locale={locale} page={4} pages={12} hrefOf={(page) => `?page=${page}`} />
      <EmptyState title={say(text('لا توجد طلبات متأخّرة', 'Aucune demande en retard', 'Nothing overdue'))}>
        <p>
          {say(
            text(
              'تظهر هنا الطلبات التي تجاوزت مهلتها.',
              'Les demandes hors délai apparaîtront ici.',
              'Requests past their deadline will appear here.',
            ),
          )}
        </p>
      </EmptyState>
    </Page>
  );
};

export const recordPage = (context: PageContext) => {
  const { locale } = context;
  const say = (content: Text) => content[locale];
  const at = (iso: string) => <LongDateTime locale={locale} at={new Date(iso)} timeZone={timeZone} />;
  return (
    <Page context={context} title="MP-2026-7K4M-Q9" layout="wide" backHref="/staff">
      <Title above={say(text('تصريح تنقّل', 'Autorisation de circulation', 'Mobility permit'))}>
        <Bdi>MP-2026-7K4M-Q9</Bdi>
      </Title>
      <Columns
        asideLabel={say(text('القرار', 'Décision', 'Decision'))}
        aside={
          <Card title={say(text('القرار', 'Décision', 'Decision'))}>
            <form method="post">
              <TextArea
                locale={locale}
                name="explanation"
                label={say(text('تعليل القرار', 'Motivation', 'Explanation'))}
                hint={say(text('يقرأه صاحب الطلب', 'Le demandeur la lira', 'The applicant will read it'))}
                rows={3}
              />
              <Actions>
                <Button icon="check">{say(text('موافقة', 'Accepter', 'Approve'))}</Button>
                <Button look="secondary" danger icon="close">
                  {say(text('رفض', 'Refuser', 'Reject'))}
                </Button>
              </Actions>
            </form>
          </Card>
        }
      >
        <Alert
          tone="warning"
          title={say(text('المهلة تنتهي خلال 20 دقيقة', 'Échéance dans 20 minutes', 'Due in 20 minutes'))}
        />
        <h2>{say(text('الطلب', 'La demande', 'The request'))}</h2>
        <SummaryList
          locale={locale}
          rows={[
            {
              label: say(text('صاحب الطلب', 'Demandeur', 'Applicant')),
              value: say(text('كريم منصور', 'Karim Mansour', 'Karim Mansour')),
            },
            { label: say(text('رقم الهاتف', 'Téléphone', 'Phone number')), value: <Bdi>+961 3 123 456</Bdi> },
            {
              label: say(text('توضيح', 'Précisions', 'Explanation')),
              value: say(
                text(
                  'مرافقة والدتي إلى موعد في السفارة في بيروت عند الثامنة صباحًا',
                  'Accompagner ma mère à un rendez-vous à l’ambassade à Beyrouth à huit heures',
                  'Take my mother to an appointment at the embassy in Beirut at eight in the morning',
                ),
              ),
            },
          ]}
        />
        <h2>{say(text('المجريات', 'Déroulement', 'What happened'))}</h2>
        <Timeline
          moments={[
            {
              title: say(text('سؤال إلى صاحب الطلب', 'Question au demandeur', 'Question to the applicant')),
              byline: at('2026-03-12T10:20:00Z'),
              tone: 'info',
              body: (
                <p>
                  {say(
                    text(
                      'هل لديك تأكيد الموعد؟',
                      'Avez-vous la confirmation du rendez-vous ?',
                      'Do you have the confirmation?',
                    ),
                  )}
                </p>
              ),
            },
            {
              title: say(text('استُلم الطلب', 'Demande reçue', 'Request received')),
              byline: at('2026-03-12T10:02:01Z'),
            },
          ]}
        />
      </Columns>
    </Page>
  );
};
