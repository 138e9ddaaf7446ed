import { endOfKey, standingOfKey } from '../../../access/api-keys.ts';
import type { ApiKeyRow, KeyUseRow } from '../../../access/api-key-queries.ts';
import { type Locale, say } from '../../../base/texts.ts';
import { Actions, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/card.tsx';
import { LongDate, LongDateTime } from '../../ui/date-time.tsx';
import { Table } from '../../ui/table.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import type { AdminDesk } from './admin-desk.ts';
import { type AdminContext, AdminPage } from './admin-page.tsx';
import { apiKeyPath, apiKeysPath } from './admin-paths.ts';
import { apiKeysTexts as texts } from './api-keys-texts.ts';

interface Props {
  readonly context: AdminContext;
  readonly desk: AdminDesk;
  readonly keys: readonly ApiKeyRow[];
  readonly use: readonly KeyUseRow[];
  readonly now: Date;
  /** Somebody can make keys: for some institution. */
  readonly mayMake: boolean;
}

/** The keys of the institutions that somebody administers, with whether they are used. */
export const ApiKeysPage = ({ context, desk, keys, use, now, mayMake }: Props) => {
  const { locale, timeZone } = context;
  return (
    <AdminPage context={context} title={say(locale, texts.title)} lead={say(locale, texts.lead)}>
      {mayMake && (
        <Actions>
          <ButtonLink href={`${apiKeysPath}/new`} icon="plus">
            {say(locale, texts.new)}
          </ButtonLink>
        </Actions>
      )}
      {keys.length === 0 ? (
        <EmptyState icon="lock" title={say(locale, texts.none)}>
          <p>{say(locale, mayMake ? texts.noneDetail : texts.nowhere)}</p>
        </EmptyState>
      ) : (
        <Table
          caption={say(locale, texts.title)}
          isCaptionHidden
          rows={keys}
          columns={[
            {
              label: say(locale, texts.name),
              isHeader: true,
              cell: ({ id, name, start }) => (
                <>
                  <a class="ds-link" href={apiKeyPath(id)}>
                    <bdi>{name}</bdi>
                  </a>{' '}
                  <span class="code quiet" dir="ltr">
                    {start}…
                  </span>
                </>
              ),
            },
            {
              label: say(locale, texts.institution),
              cell: ({ institution }) => desk.sayInstitution(institution, locale),
            },
            { label: say(locale, texts.role), cell: ({ role }) => desk.nameRole(role, locale) },
            { label: say(locale, texts.how), cell: (key) => <KeyTag apiKey={key} now={now} locale={locale} /> },
            {
              label: say(locale, texts.until),
              cell: (key) => <LongDate locale={locale} at={endOfKey(key)} timeZone={timeZone} />,
            },
            {
              label: say(locale, texts.lastUse),
              cell: ({ id }) => {
                const last = lastUse(use, id);
                return last ? <LongDateTime locale={locale} at={last} timeZone={timeZone} /> : say(locale, texts.never);
              },
            },
          ]}
        />
      )}
    </AdminPage>
  );
};

const lastUse = (use: readonly KeyUseRow[], id: string): Date | undefined =>
  use.find(({ key_id: key }) => key === id)?.last_at;

const standingTones = {
  standing: 'success',
  ending: 'warning',
  over: 'neutral',
  ended: 'neutral',
} as const satisfies Record<string, Tone>;

/** How a key stands, and that it ends before its time. */
export const KeyTag = ({
  apiKey,
  now,
  locale,
}: {
  readonly apiKey: ApiKeyRow;
  readonly now: Date;
  readonly locale: Locale;
}) => {
  const standing = standingOfKey(apiKey, now);
  const said = standing === 'standing' && apiKey.ends_at ? 'ending' : standing;
  return <Tag tone={standingTones[said]}>{say(locale, texts[said])}</Tag>;
};
