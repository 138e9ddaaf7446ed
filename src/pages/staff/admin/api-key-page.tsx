import type { ApiKeyRow, KeyUseRow } from '../../../access/api-key-queries.ts';
import { endOfKey, standingOfKey } from '../../../access/api-keys.ts';
import { say } from '../../../base/texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { SelectField } from '../../ui/choice-field.tsx';
import { LongDate, LongDateTime } from '../../ui/date-time.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Table } from '../../ui/table.tsx';
import { SureBox } from '../services/sure-box.tsx';
import type { AdminDesk } from './admin-desk.ts';
import { type AdminContext, AdminForm, AdminPage } from './admin-page.tsx';
import { apiKeyPath, apiKeysPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { KeyTag } from './api-keys-page.tsx';
import { apiKeysTexts as texts } from './api-keys-texts.ts';
import { monthsOffered, sayMonths } from './api-key-form.tsx';

export const overlapsOffered: readonly number[] = [7, 14, 30, 1, 0];

interface Props {
  readonly context: AdminContext;
  readonly desk: AdminDesk;
  readonly apiKey: ApiKeyRow;
  /** The one that took its place, and the one whose place it took. */
  readonly successor: ApiKeyRow | undefined;
  readonly predecessor: ApiKeyRow | undefined;
  readonly use: readonly KeyUseRow[];
  readonly now: Date;
  readonly problems: readonly FieldProblem[];
}

/** One key: what it may do, how it was used, and its end. */
export const ApiKeyPage = ({ context, desk, apiKey, successor, predecessor, use, now, problems }: Props) => {
  const { locale, timeZone } = context;
  const {
    id,
    name,
    institution,
    role,
    services,
    per_minute: perMinute,
    start,
    created_at: made,
    demonstration,
  } = apiKey;
  const link = (key: ApiKeyRow) => (
    <a class="ds-link" href={apiKeyPath(key.id)}>
      <bdi>{key.name}</bdi>{' '}
      <span class="code" dir="ltr">
        {key.start}…
      </span>
    </a>
  );
  const titleOf = (service: string) => desk.parts.catalogue.findKnown(service)?.service.texts.title[locale] ?? service;
  return (
    <AdminPage
      context={context}
      title={name}
      problems={problems}
      above={<KeyTag apiKey={apiKey} now={now} locale={locale} />}
      crumbs={[{ href: apiKeysPath, label: say(locale, texts.title) }]}
    >
      {demonstration && (
        <Alert tone="info">
          <p>{say(locale, texts.demonstration)}</p>
        </Alert>
      )}
      <SummaryList
        locale={locale}
        rows={[
          { label: say(locale, texts.institution), value: desk.sayInstitution(institution, locale) },
          { label: say(locale, texts.role), value: desk.nameRole(role, locale) },
          {
            label: say(locale, texts.services),
            value:
              services === null
                ? say(locale, texts.allServices)
                : services.map((service) => <span class="line">{titleOf(service)}</span>),
          },
          { label: say(locale, texts.perMinute), value: String(perMinute) },
          {
            label: say(locale, texts.start),
            value: (
              <span class="code" dir="ltr">
                {start}…
              </span>
            ),
          },
          { label: say(locale, texts.made), value: <LongDateTime locale={locale} at={made} timeZone={timeZone} /> },
          {
            label: say(locale, texts.until),
            value: <LongDateTime locale={locale} at={endOfKey(apiKey)} timeZone={timeZone} />,
          },
          ...(predecessor ? [{ label: say(locale, texts.replaces), value: link(predecessor) }] : []),
          ...(successor ? [{ label: say(locale, texts.replacedBy), value: link(successor) }] : []),
        ]}
      />
      <h2>{say(locale, texts.use)}</h2>
      {use.length === 0 ? (
        <p class="quiet">{say(locale, texts.never)}</p>
      ) : (
        <Table
          caption={say(locale, texts.use)}
          isCaptionHidden
          rows={use}
          columns={[
            {
              label: say(locale, texts.day),
              isHeader: true,
              cell: ({ day }) => <LongDate locale={locale} at={new Date(`${day}T12:00:00Z`)} timeZone="UTC" />,
            },
            { label: say(locale, texts.requests), isNumber: true, cell: ({ requests }) => requests },
            { label: say(locale, texts.refused), isNumber: true, cell: ({ refused }) => refused },
          ]}
        />
      )}
      {standingOfKey(apiKey, now) === 'standing' && !demonstration && (
        <>
          {!apiKey.ends_at && (
            <Card title={say(locale, texts.rotate)}>
              <p>{say(locale, texts.rotateDetail)}</p>
              <AdminForm context={context} action={`${apiKeyPath(id)}/rotate`}>
                <SelectField
                  locale={locale}
                  name="overlap"
                  label={say(locale, texts.overlap)}
                  value="7"
                  options={overlapsOffered.map((count) => ({
                    value: String(count),
                    label: say(locale, texts.overlapDays, { count }),
                  }))}
                />
                <SelectField
                  locale={locale}
                  name="months"
                  label={say(locale, texts.days)}
                  value="12"
                  options={monthsOffered.map((count) => ({ value: String(count), label: sayMonths(locale, count) }))}
                />
                <Actions>
                  <Button look="secondary">{say(locale, texts.rotate)}</Button>
                </Actions>
              </AdminForm>
            </Card>
          )}
          <Card title={say(locale, texts.end)}>
            <p>{say(locale, texts.endDetail)}</p>
            <AdminForm context={context} action={`${apiKeyPath(id)}/end`}>
              <SureBox locale={locale} label={say(locale, adminTexts.sure)} problems={problems} />
              <Actions>
                <Button danger>{say(locale, texts.end)}</Button>
              </Actions>
            </AdminForm>
          </Card>
        </>
      )}
    </AdminPage>
  );
};

/** A key that was just made: the only time that anybody sees it. */
export const MadeKeyPage = ({
  context,
  name,
  apiKey,
}: {
  readonly context: AdminContext;
  readonly name: string;
  readonly apiKey: string;
}) => {
  const { locale } = context;
  return (
    <AdminPage
      context={context}
      title={say(locale, texts.madeTitle)}
      above={<bdi>{name}</bdi>}
      crumbs={[{ href: apiKeysPath, label: say(locale, texts.title) }]}
    >
      <Alert tone="warning">
        <p>{say(locale, texts.madeDetail)}</p>
      </Alert>
      <p>
        <code class="secret-key" dir="ltr" id="made-key">
          {apiKey}
        </code>
      </p>
      <p>{say(locale, texts.madeUse)}</p>
      <p>
        <code class="code" dir="ltr">
          Authorization: Bearer {apiKey.slice(0, 8)}…
        </code>
      </p>
      <Actions>
        <ButtonLink href={apiKeysPath}>{say(locale, texts.toList)}</ButtonLink>
      </Actions>
    </AdminPage>
  );
};
