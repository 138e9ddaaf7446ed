import { phoneOfApplicant } from '../../form/applicant.ts';
import { sayPhone } from '../../base/phone.ts';
import { say } from '../../base/texts.ts';
import { Actions, ButtonLink } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { KeepCode, KeepCodes, StatusBanner } from '../ui/status-banner.tsx';
import { sayBasket } from '../basket.ts';
import { sayBecause } from '../because.ts';
import { documentCards } from './document-cards.tsx';
import { PrintButton, printIsland } from './print-button.tsx';
import { recordTexts as texts } from './record-texts.ts';
import type { RecordView } from './record-view.ts';
import { standingOf } from './standing.ts';
import { trackPath } from './track-paths.ts';

interface ReceiptPageProps {
  readonly context: PageContext;
  readonly view: RecordView;
  readonly secret: string;
}

/** What somebody keeps of a request that was just sent: the answer or when it comes, the two numbers, the documents. */
export const ReceiptPage = ({ context, view, secret }: ReceiptPageProps) => {
  const { locale } = context;
  const { service, record, reference, events, tools } = view;
  const { tone, title, sentence } = standingOf(view);
  const reasons = events.flatMap((event) =>
    event.kind === 'acted' ? (sayBecause(service, record, event, locale, tools.world) ?? []) : [],
  );
  const messages = service.messages.size > 0;
  const phone = phoneOfApplicant(service, record.answers);
  return (
    <Page context={context} title={title} islands={[printIsland]}>
      <p class="above">{service.texts.record[locale]}</p>
      <StatusBanner tone={tone} title={title}>
        <p>{sentence}</p>
      </StatusBanner>
      <h2>{say(locale, texts.keep)}</h2>
      <KeepCodes>
        <KeepCode label={say(locale, texts.reference)} code={reference} />
        <KeepCode label={say(locale, texts.secret)} code={secret} hint={say(locale, texts.secretHint)} />
      </KeepCodes>
      {messages && phone !== undefined && (
        <p>{say(locale, texts.sentBySms, { phone: `\u2066${sayPhone(phone)}\u2069` })}</p>
      )}
      {documentCards(view)}
      {reasons.length > 0 && (
        <>
          <h2>{say(locale, texts.why)}</h2>
          {reasons.map((reason) => (
            <p>{reason}</p>
          ))}
        </>
      )}
      <h2>{say(locale, texts.next)}</h2>
      <ul class="ds-list">
        {nextSteps(view).map((step) => (
          <li>{step}</li>
        ))}
      </ul>
      <Actions>
        <ButtonLink href={trackPath(reference)}>{say(locale, texts.follow)}</ButtonLink>
        <PrintButton label={say(locale, texts.print)} />
      </Actions>
    </Page>
  );
};

const nextSteps = (view: RecordView): readonly string[] => {
  const { service, record, tools } = view;
  const { locale } = tools;
  const isOpen = service.states.get(record.state)?.meaning === 'open';
  const { name: institution, because } = sayBasket(view, tools);
  return [
    ...(record.documents.length > 0 ? [say(locale, texts.nextShow)] : []),
    ...(isOpen ? [`${say(locale, texts.nextDecides, { institution })} ${because}`] : []),
    ...(isOpen && service.messages.size > 0 ? [say(locale, texts.nextNews)] : []),
    say(locale, texts.nextFollow),
  ];
};
