import { say } from '../../../base/texts.ts';
import type { Institution } from '../../../territory/place.ts';
import type { Territory } from '../../../territory/territory.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState, FilterBar } from '../../ui/card.tsx';
import { Checkboxes, SelectField } from '../../ui/choice-field.tsx';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type AdminContext, AdminPage } from './admin-page.tsx';
import { institutionPath, institutionsPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { institutionsTexts as texts } from './institutions-texts.ts';

interface Props {
  readonly context: AdminContext;
  readonly territory: Territory;
  readonly q: string;
  readonly type: string;
  readonly closed: boolean;
  readonly types: readonly string[];
  /** What a search found; undefined: the tree is shown. */
  readonly found: readonly Institution[] | undefined;
  /** The tops of the tree that this person administers. */
  readonly roots: readonly Institution[];
}

const mostFound = 200;

export const InstitutionsPage = (props: Props) => {
  const { context, q, type, closed, types, found, roots, territory } = props;
  const { locale } = context;
  return (
    <AdminPage context={context} title={say(locale, adminTexts.institutions)} lead={say(locale, texts.lead)}>
      <FilterBar label={say(locale, adminTexts.search)}>
        <TextField locale={locale} name="q" type="search" label={say(locale, texts.searchLabel)} value={q} />
        <SelectField
          locale={locale}
          name="type"
          label={say(locale, texts.type)}
          value={type}
          options={types.map((each) => ({ value: each, label: context.sayType(each) }))}
        />
        <Checkboxes
          locale={locale}
          name="closed"
          label={say(locale, texts.state)}
          options={[{ value: '1', label: say(locale, texts.showClosed) }]}
          values={closed ? ['1'] : []}
        />
        <Button icon="search" look="secondary">
          {say(locale, adminTexts.search)}
        </Button>
        <ButtonLink href={`${institutionsPath}/new`} icon="plus">
          {say(locale, texts.new)}
        </ButtonLink>
      </FilterBar>
      {found === undefined ? (
        <Tree {...{ context, territory, roots, closed }} />
      ) : (
        <Found context={context} territory={territory} found={found} />
      )}
    </AdminPage>
  );
};

const Found = ({
  context: { locale, sayType },
  territory,
  found,
}: Pick<Props, 'context' | 'territory'> & { readonly found: readonly Institution[] }) =>
  found.length === 0 ? (
    <EmptyState icon="building" title={say(locale, texts.nothingFound)}>
      <p>{say(locale, texts.nothingFoundDetail)}</p>
    </EmptyState>
  ) : (
    <Table
      caption={say(locale, texts.found, { count: found.length })}
      rows={found.slice(0, mostFound)}
      columns={[
        {
          label: say(locale, adminTexts.name),
          isHeader: true,
          cell: ({ code, name }) => (
            <a class="ds-link" href={institutionPath(code)}>
              {name[locale]}
            </a>
          ),
        },
        { label: say(locale, adminTexts.code), cell: ({ code }) => <Bdi>{code}</Bdi> },
        { label: say(locale, texts.type), cell: ({ type }) => sayType(type) },
        {
          label: say(locale, texts.parent),
          cell: ({ parent }) => (parent ? (territory.findInstitution(parent)?.name[locale] ?? parent) : '–'),
        },
        {
          label: say(locale, texts.state),
          cell: (institution) => <StateTag locale={locale} institution={institution} />,
        },
      ]}
    />
  );

export const StateTag = ({
  locale,
  institution,
}: {
  readonly locale: AdminContext['locale'];
  readonly institution: Institution;
}) => (
  <Tag tone={institution.retired ? 'neutral' : 'success'} icon={institution.retired ? 'close' : 'check'}>
    {say(locale, institution.retired ? texts.closed : texts.inService)}
  </Tag>
);

/** Opens level by level with what every browser brings. */
const Tree = ({
  context: { locale, sayType },
  territory,
  roots,
  closed,
}: Pick<Props, 'context' | 'territory' | 'roots' | 'closed'>) => {
  const childrenOf = createChildren(territory, closed);
  const line = ({ code, name, type, retired }: Institution) => (
    <>
      <a class="ds-link" href={institutionPath(code)}>
        {name[locale]}
      </a>{' '}
      <span class="quiet">
        {sayType(type)}
        {retired && ` · ${say(locale, texts.closed)}`}
      </span>
    </>
  );
  const branch = (institution: Institution, depth: number) => {
    const children = depth > deepest ? [] : childrenOf(institution.code);
    return (
      <li>
        <div class="leaf">{line(institution)}</div>
        {children.length > mostOpened ? (
          <a class="ds-link below" href={`${institutionsPath}?under=${encodeURIComponent(institution.code)}`}>
            {say(locale, texts.belowCount, { count: children.length })}
            <span class="ds-sr-only"> – {institution.name[locale]}</span>
          </a>
        ) : children.length > 0 ? (
          <details open={depth === 0 && children.length <= openUpTo}>
            <summary>
              {say(locale, texts.belowCount, { count: children.length })}
              <span class="ds-sr-only"> – {institution.name[locale]}</span>
            </summary>
            <ul>{children.map((child) => branch(child, depth + 1))}</ul>
          </details>
        ) : null}
      </li>
    );
  };
  return (
    <section aria-label={say(locale, texts.tree)}>
      <ul class="tree">{roots.filter(({ retired }) => closed || !retired).map((root) => branch(root, 0))}</ul>
    </section>
  );
};

const deepest = 20;
const openUpTo = 6;
/** More are a list of their own. */
const mostOpened = 60;

const createChildren = (territory: Territory, closed: boolean) => {
  const byParent = Map.groupBy(
    territory.institutionCodes
      .flatMap((code) => territory.findInstitution(code) ?? [])
      .filter(({ retired }) => closed || !retired),
    ({ parent }) => parent,
  );
  return (code: string): readonly Institution[] => byParent.get(code) ?? [];
};
