import { say } from '../../base/texts.ts';
import { qrSvg } from '../../documents/qr.ts';
import type { CaseRecord } from '../../record/fold.ts';
import { documentPath } from '../document-address.ts';
import { pageOf } from '../fields/all.ts';
import { ButtonLink } from '../ui/button.tsx';
import { LongDateTime } from '../ui/date-time.tsx';
import { DocumentCard } from '../ui/document-card.tsx';
import type { Tone } from '../ui/tag.tsx';
import { recordTexts as texts } from './record-texts.ts';
import type { RecordView } from './record-view.ts';

type IssuedDocument = CaseRecord['documents'][number];

/** Every document of a record as it is carried, the latest first, with the code that proves it; not those that were revoked. */
export const documentCards = (view: RecordView) => {
  const { service, record, reference, credentials, tools } = view;
  const { locale, territory } = tools;
  return record.documents.toReversed().map((document) => {
    const declared = service.documents.get(document.kind);
    const credential = credentials.find(({ id }) => id === document.id)?.credential;
    if (!declared || document.revoked || credential === undefined) return null;
    const title = declared.title[locale];
    const { tone, status } = validityOf(document, view);
    return (
      <DocumentCard
        title={title}
        issuer={territory.findInstitution(service.owner)?.name[locale] ?? ''}
        status={status}
        tone={tone}
        facts={factsOf(document, view)}
        qr={
          <div
            dangerouslySetInnerHTML={{ __html: qrSvg(credential, say(locale, texts.qrTitle, { document: title })) }}
          />
        }
        qrCaption={say(locale, texts.qrCaption)}
      >
        <ButtonLink href={documentPath(reference, document.id)} icon="download" look="secondary">
          {say(locale, texts.pdf)}
        </ButtonLink>
      </DocumentCard>
    );
  });
};

const validityOf = (
  { from, until }: IssuedDocument,
  { tools: { locale, world } }: RecordView,
): { readonly tone: Tone; readonly status: string } => {
  if (until !== undefined && new Date(until) <= world.now)
    return { tone: 'neutral', status: say(locale, texts.expired) };
  if (from !== undefined && new Date(from) > world.now) return { tone: 'info', status: say(locale, texts.notYetValid) };
  return { tone: 'success', status: say(locale, texts.valid) };
};

const factsOf = ({ kind, from, until }: IssuedDocument, { service, record, tools }: RecordView) => {
  const { locale, world } = tools;
  const claims = (service.documents.get(kind)?.claims ?? []).flatMap((field) => {
    const answer = record.answers[field.name];
    return answer === undefined
      ? []
      : [{ label: field.label[locale], value: pageOf(field).show(answer, field, tools) }];
  });
  const instant = (label: string, at: string | undefined) =>
    at === undefined
      ? []
      : [{ label, value: <LongDateTime locale={locale} at={new Date(at)} timeZone={world.timeZone} /> }];
  return [...instant(say(locale, texts.from), from), ...instant(say(locale, texts.until), until), ...claims];
};
