import { say } from '../../base/texts.ts';
import type { Action } from '../../definition/service.ts';
import type { IssuedDocument, RecordEvent } from '../../record/events.ts';
import type { PageNoun } from '../noun.ts';
import { documentCards } from '../public/document-cards.tsx';
import { recordTexts as publicTexts } from '../public/record-texts.ts';
import { actionTexts } from '../staff/action-texts.ts';
import { documentState } from '../staff/document-state.ts';
import type { DeskRecord, RecordExtras } from '../staff/record-data.ts';
import { recordTexts as texts } from '../staff/record-texts.ts';
import { Card } from '../ui/card.tsx';
import { LongDateTime } from '../ui/date-time.tsx';
import { Tag } from '../ui/tag.tsx';

type Said = Pick<DeskRecord, 'service' | 'tools'>;

const titleOf = ({ service, tools }: Said, kind: string): string =>
  service.documents.get(kind)?.title[tools.locale] ?? kind;

const issuedBy = (event: RecordEvent) => (event.kind === 'acted' ? (event.facts.issued ?? []) : []);
const isRevoking = (event: RecordEvent) => event.kind === 'acted' && (event.facts.revoked ?? []).length > 0;

const outcomesOf = (opened: DeskRecord, { issue, revoke }: Action): readonly string[] => {
  const { record, tools } = opened;
  const holds = record.documents.some(({ kind, revoked }) => kind === revoke && !revoked);
  return [
    ...(issue === undefined ? [] : [say(tools.locale, actionTexts.issues, { document: titleOf(opened, issue) })]),
    ...(revoke !== undefined && holds
      ? [say(tools.locale, actionTexts.revokes, { document: titleOf(opened, revoke) })]
      : []),
  ];
};

const DocumentsCard = ({ opened, extras }: { readonly opened: DeskRecord; readonly extras: RecordExtras }) => {
  const { locale } = opened.tools;
  return (
    <Card title={say(locale, texts.documents)}>
      {opened.record.documents.length === 0 ? (
        <p class="quiet">{say(locale, texts.noDocuments)}</p>
      ) : (
        <ul class="plain-list">
          {opened.record.documents.toReversed().map((document) => (
            <DocumentItem opened={opened} document={document} checked={extras.scans.get(document.id)?.count ?? 0} />
          ))}
        </ul>
      )}
    </Card>
  );
};

const DocumentItem = ({
  opened,
  document,
  checked,
}: {
  readonly opened: DeskRecord;
  readonly document: IssuedDocument & { readonly revoked: boolean };
  readonly checked: number;
}) => {
  const { service, reference, tools } = opened;
  const { locale, world } = tools;
  const { tone, status } = documentState(document, locale, world.now);
  const at = (instant: string) => <LongDateTime locale={locale} at={new Date(instant)} timeZone={world.timeZone} />;
  return (
    <li>
      <span class="tags">
        <strong>{service.documents.get(document.kind)?.title[locale] ?? document.kind}</strong>
        <Tag tone={tone}>{status}</Tag>
      </span>
      {document.from !== undefined && document.until !== undefined && (
        <span class="quiet">
          {at(document.from)} – {at(document.until)}
        </span>
      )}
      <span class="quiet">{say(locale, texts.checkedTimes, { count: checked })}</span>
      {!document.revoked && (
        <a class="ds-link" href={`/staff/records/${reference}/documents/${document.id}.pdf`}>
          {say(locale, texts.pdf)}
        </a>
      )}
    </li>
  );
};

export const documents: PageNoun = {
  outcomes: (_desk, opened, action) => outcomesOf(opened, action),
  outcomesForMany: (service, { issue, revoke }, tools) => [
    ...(issue === undefined
      ? []
      : [say(tools.locale, actionTexts.issues, { document: titleOf({ service, tools }, issue) })]),
    ...(revoke === undefined
      ? []
      : [say(tools.locale, actionTexts.revokes, { document: titleOf({ service, tools }, revoke) })]),
  ],
  staffStep: (_desk, opened, event) => [
    ...issuedBy(event).map(({ kind }) => say(opened.tools.locale, texts.issued, { document: titleOf(opened, kind) })),
    isRevoking(event) && say(opened.tools.locale, texts.revoked),
  ],
  applicantStep: (view, event) => [
    ...issuedBy(event).map(({ kind }) => say(view.tools.locale, publicTexts.issued, { document: titleOf(view, kind) })),
    isRevoking(event) && say(view.tools.locale, publicTexts.documentRevoked),
  ],
  staffCard: (_desk, opened, extras) =>
    opened.service.documents.size > 0 ? <DocumentsCard opened={opened} extras={extras} /> : undefined,
  applicantPart: documentCards,
};
