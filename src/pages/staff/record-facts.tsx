import type { ComponentChildren } from 'preact';
import { sayPhone } from '../../base/phone.ts';
import { say, type Text } from '../../base/texts.ts';
import { channelTexts } from '../../definition/nouns/channel-texts.ts';
import type { Field, Service } from '../../definition/service.ts';
import { hiddenFrom, lacksConsent, notFor } from '../../record/field-access.ts';
import { readTemplate } from '../../record/message.ts';
import { readDeliveryError } from '../../reactions/delivery-error-texts.ts';
import { channelTexts as messageChannels, statusTexts } from '../messages-texts.ts';
import { sayBasket } from '../basket.ts';
import { pageOf } from '../fields/all.ts';
import { Bdi } from '../ui/bdi.tsx';
import { readingsTexts } from '../readings-texts.ts';
import { Card } from '../ui/card.tsx';
import { LongDateTime } from '../ui/date-time.tsx';
import { Icon } from '../ui/icon.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import type { Desk } from './desk.ts';
import { maskRecipient } from './mask-recipient.ts';
import { type DeskRecord, enumerate, type RecordExtras } from './record-data.ts';
import { languageTexts, recordTexts as texts, wordsFor } from './record-texts.ts';

/** Every question that was answered, in the order of the form. */
export const Answers = ({ opened }: { readonly opened: DeskRecord }) => (
  <>
    <SummaryList locale={opened.tools.locale} rows={answersOf(opened)} />
    <NotShown opened={opened} />
  </>
);

/** Nobody takes an answer that other roles read for one that was not given. */
const NotShown = ({ opened: { service, whole, reader, tools } }: { readonly opened: DeskRecord }) => {
  const hidden = notFor(service, reader);
  const labels = [...service.fields.values()].flatMap((field) => {
    const { name, label } = field;
    // What consent would open is told where consents are.
    return hidden.has(name) && !lacksConsent(field, reader) && whole.record.answers[name] !== undefined
      ? [label[tools.locale]]
      : [];
  });
  return labels.length === 0 ? null : (
    <p class="quiet">
      {say(tools.locale, texts.notShown, { questions: enumerate(labels, tools.locale, 'conjunction') })}
    </p>
  );
};

/** Somebody may be written to about the records. */
const isWrittenTo = ({ applicant, messages }: Service): boolean => applicant.phone !== undefined || messages.size > 0;

/** The same where there is little room. */
export const AnswersBeside = ({ opened }: { readonly opened: DeskRecord }) => <Facts facts={answersOf(opened)} />;

interface Fact {
  readonly label: string;
  readonly value: ComponentChildren;
}

/** A survey shows its own questions, section by section. */
const surveyed = ({ survey }: Service): ReadonlySet<Field> => new Set(survey?.sections.flatMap(({ fields }) => fields));

const answersOf = ({ service, record, whole, closed, tools }: DeskRecord): readonly Fact[] => {
  const elsewhere = surveyed(service);
  return [...service.fields.values()].flatMap((field) => {
    const answer = record.answers[field.name];
    // That something was answered is seen; what, when it is opened.
    if (closed.includes(field.name) && whole.record.answers[field.name] !== undefined)
      return [
        {
          label: field.label[tools.locale],
          value: (
            <span class="closed-answer">
              <Icon name="lock" /> {say(tools.locale, readingsTexts.hidden)}
            </span>
          ),
        },
      ];
    return answer === undefined || elsewhere.has(field)
      ? []
      : [{ label: field.label[tools.locale], value: pageOf(field).show(answer, field, tools) }];
  });
};

const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts.map(({ label, value }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

export const AboutCard = ({ desk, opened }: { readonly desk: Desk; readonly opened: DeskRecord }) => {
  const { service, record, tools } = opened;
  const { locale, world } = tools;
  const time = (at: Date) => <LongDateTime locale={locale} at={at} timeZone={world.timeZone} />;
  const words = wordsFor(service);
  const facts = [
    { label: words.service, value: service.texts.title[locale] },
    {
      label: texts.basket,
      value: (
        <span class="two-lines">
          <span>{desk.sayInstitution(record.institution, locale)}</span>
          <span class="quiet">{sayBasket(opened, tools).because}</span>
        </span>
      ),
    },
    { label: words.submitted, value: time(record.submittedAt) },
    { label: texts.updated, value: time(record.updatedAt) },
    { label: texts.channel, value: channelTexts[record.channel]?.[locale] ?? record.channel },
    ...(isWrittenTo(service)
      ? [{ label: texts.language, value: languageTexts[record.locale]?.[locale] ?? record.locale }]
      : []),
  ];
  return (
    <Card title={say(locale, words.about)}>
      <Facts facts={facts.map(({ label, value }) => ({ label: say(locale, label), value }))} />
    </Card>
  );
};

/** What caused a message: the arrival at a state, or an action. */
const occasionOf = (service: Service, template: string): Text => {
  const about = readTemplate(template);
  const known = 'state' in about ? service.states.get(about.state) : service.actions.get(about.action);
  return known?.label ?? { ar: template, fr: template, en: template };
};

const statusTones: Readonly<Record<keyof typeof statusTexts, Tone>> = {
  waiting: 'neutral',
  sent: 'success',
  failed: 'danger',
};

export const MessagesCard = ({ opened, extras }: { readonly opened: DeskRecord; readonly extras: RecordExtras }) => {
  const { service, reader, tools } = opened;
  const { locale, world } = tools;
  const isHidden = hiddenFrom(service, reader).has(service.applicant.phone ?? '');
  if (extras.messages.length === 0 && !isWrittenTo(service)) return null;
  return (
    <Card title={say(locale, texts.messages)}>
      {extras.messages.length === 0 ? (
        <p class="quiet">{say(locale, texts.noMessages)}</p>
      ) : (
        <ul class="plain-list">
          {extras.messages.map(({ template, channel, recipient, status, createdAt, sentAt, lastError }) => (
            <li>
              <span class="tags">
                <strong>{say(locale, texts.messageOn, { state: occasionOf(service, template)[locale] })}</strong>
                <Tag tone={statusTones[status]}>{say(locale, statusTexts[status])}</Tag>
              </span>
              <span class="quiet">
                {say(locale, messageChannels[channel])} ·{' '}
                <Bdi>
                  {isHidden || recipient === ''
                    ? maskRecipient(recipient)
                    : channel === 'sms'
                      ? sayPhone(recipient)
                      : recipient}
                </Bdi>
              </span>
              <span class="quiet">
                <LongDateTime locale={locale} at={sentAt ?? createdAt} timeZone={world.timeZone} />
              </span>
              {status === 'failed' && lastError !== null && (
                <span>{say(locale, readDeliveryError(lastError).text)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
