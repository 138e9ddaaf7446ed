import type { KeptViewRow } from '../../access/kept-view-queries.ts';
import { longestViewName, readersToChoose } from '../../access/kept-views.ts';
import { say } from '../../base/texts.ts';
import { Button } from '../ui/button.tsx';
import { Card, EmptyState } from '../ui/card.tsx';
import { SelectField } from '../ui/choice-field.tsx';
import { Details } from '../ui/details.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { TextField } from '../ui/text-field.tsx';
import { Chips } from './chips.tsx';
import type { Desk, Work } from './desk.ts';
import { viewPath, viewsPath } from './find-paths.ts';
import { keptViewTexts as texts } from './kept-view-texts.ts';
import type { Worklist } from './worklist-data.ts';
import { ListInputs } from './worklist-filters.tsx';
import { writeWorklistQuery } from './worklist-query.ts';

const sharedLabel = ({ name, isOwn }: KeptViewRow, locale: PageContext['locale']): string =>
  isOwn ? (name ?? '') : `${name} (${say(locale, texts.shared)})`;

/** Lists that were saved, above the one that is shown. */
export const ViewLinks = ({
  list: { views, query },
  locale,
}: {
  readonly list: Worklist;
  readonly locale: PageContext['locale'];
}) =>
  views.length === 0 ? null : (
    <Chips
      label={say(locale, texts.views)}
      chips={views.map((view) => ({
        href: viewPath(view.id),
        label: sharedLabel(view, locale),
        icon: view.institution === null ? ('list' as const) : ('people' as const),
        isCurrent: query.search === view.id,
      }))}
    />
  );

/** Gives the list a name. */
export const KeepView = ({
  list: { query, views },
  context,
  error,
}: {
  readonly list: Pick<Worklist, 'query' | 'views'>;
  readonly context: PageContext;
  readonly error?: string | undefined;
}) => {
  const { locale } = context;
  if (writeWorklistQuery({ ...query, after: '', before: '' }) === '' && views.length === 0) return null;
  return (
    <Details summary={say(locale, texts.keep)} open={error !== undefined}>
      <form class="find" method="post" action={viewsPath}>
        <ListInputs query={query} context={context} />
        <TextField
          locale={locale}
          name="name"
          label={say(locale, texts.name)}
          hint={say(locale, texts.nameHint)}
          error={error}
          maxLength={longestViewName}
          autocomplete="off"
        />
        <Button look="secondary">{say(locale, texts.save)}</Button>
      </form>
      <p>
        <a class="ds-link" href={viewsPath}>
          {say(locale, texts.manage)}
        </a>
      </p>
    </Details>
  );
};

/** With whom each of one's lists is shared. */
export const ViewsPage = ({
  context,
  desk,
  work,
  views,
}: {
  readonly context: PageContext;
  readonly desk: Desk;
  readonly work: Work;
  readonly views: readonly KeptViewRow[];
}) => {
  const { locale } = context;
  const title = say(locale, texts.views);
  const own = views.filter(({ isOwn }) => isOwn);
  const readers = readersToChoose(work.staff).map(({ institution, role }) => ({
    value: role === null ? institution : `${institution} ${role}`,
    label: say(locale, role === null ? texts.everybodyAt : texts.roleAt, {
      institution: desk.sayInstitution(institution, locale),
      role: role === null ? '' : desk.nameRole(role, locale),
    }),
  }));
  return (
    <Page context={context} title={title} backHref="/staff">
      <Title>{title}</Title>
      <p class="quiet">{say(locale, texts.shareHint)}</p>
      {own.length === 0 && <EmptyState icon="list" title={say(locale, texts.none)} />}
      {own.map(({ id, name, institution, role }) => (
        <Card>
          <h2>
            <a class="ds-link" href={viewPath(id)}>
              <bdi>{name}</bdi>
            </a>
          </h2>
          <form class="find" method="post" action={`${viewPath(id)}/share`}>
            <input type="hidden" name="_csrf" value={context.staff?.csrfToken} />
            <SelectField
              locale={locale}
              name="readers"
              label={say(locale, texts.share)}
              options={[{ value: 'me', label: say(locale, texts.onlyMe) }, ...readers]}
              value={institution === null ? 'me' : role === null ? institution : `${institution} ${role}`}
            />
            <Button look="secondary">{say(locale, texts.apply)}</Button>
            <Button look="tertiary" danger formAction={`${viewPath(id)}/remove`}>
              {say(locale, texts.remove)}
            </Button>
          </form>
        </Card>
      ))}
    </Page>
  );
};
