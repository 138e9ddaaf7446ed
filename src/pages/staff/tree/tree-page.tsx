import { say } from '../../../base/texts.ts';
import type { Service } from '../../../definition/service.ts';
import { PrintButton, printIsland } from '../../public/print-button.tsx';
import { Chips, type Chip } from '../chips.tsx';
import { EmptyState } from '../../ui/card.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Tag } from '../../ui/tag.tsx';
import { worklistTexts } from '../worklist-texts.ts';
import type { TreeNode } from './forest.ts';
import { treeDrawing } from './tree-drawing.ts';
import { treeTexts as texts } from './tree-texts.ts';

export const treePath = (service: string): string => `/staff/services/${service}/tree`;

interface TreePageProps {
  readonly context: PageContext;
  readonly service: Service;
  readonly institution: string;
  /** The institutions among which one may choose; none where there is only one. */
  readonly chips: readonly Chip[];
  readonly forest: readonly TreeNode[];
  readonly count: number;
  /** So many are shown, and there are more. */
  readonly partly: number | undefined;
}

const vacanciesIn = (nodes: readonly TreeNode[]): number =>
  nodes.reduce((sum, { holder, children }) => sum + (holder === '' ? 1 : 0) + vacanciesIn(children), 0);

/** Entries of a register one below the other: as a picture, and as a list that leads to each. */
export const TreePage = ({ context, service, institution, chips, forest, count, partly }: TreePageProps) => {
  const { locale } = context;
  const title = say(locale, texts.of, { institution });
  return (
    <Page
      context={context}
      title={title}
      layout="wide"
      islands={[printIsland]}
      crumbs={[{ label: service.texts.title[locale], href: `/staff?service=${service.id}` }]}
    >
      <Title>{title}</Title>
      {chips.length > 0 && <Chips label={say(locale, texts.institutions)} chips={chips} />}
      {forest.length === 0 ? (
        <EmptyState icon="tree" title={say(locale, texts.empty)}>
          <p>{say(locale, texts.emptyDetail)}</p>
        </EmptyState>
      ) : (
        <>
          <p class="quiet">
            {say(locale, worklistTexts.foundEntries, { count })}
            {service.tree?.holder !== undefined && (
              <>
                {locale === 'ar' ? '، ' : ', '}
                {say(locale, texts.vacancies, { count: vacanciesIn(forest) })}
              </>
            )}
          </p>
          {partly !== undefined && <p class="quiet">{say(locale, texts.partly, { count: partly })}</p>}
          <div class="actions">
            <PrintButton label={say(locale, texts.print)} />
          </div>
          <div
            class="diagram tree-drawing"
            role="region"
            tabIndex={0}
            aria-label={title}
            // Made here, with every word escaped.
            dangerouslySetInnerHTML={{ __html: treeDrawing(forest, title, locale) }}
          />
          <h2>{say(locale, texts.asList)}</h2>
          <Branches nodes={forest} vacant={say(locale, texts.vacant)} />
        </>
      )}
    </Page>
  );
};

const Branches = ({
  nodes,
  vacant,
  above,
}: {
  readonly nodes: readonly TreeNode[];
  readonly vacant: string;
  /** The unit of the entry above: said again only where it changes. */
  readonly above?: string | undefined;
}) => (
  <ul class="tree">
    {nodes.map(({ reference, label, holder, unit, children }) => (
      <li>
        <a class="ds-link" href={`/staff/records/${reference}`}>
          <bdi>{label}</bdi>
        </a>
        {holder === '' ? (
          <>
            {' '}
            <Tag tone="warning">{vacant}</Tag>
          </>
        ) : (
          holder !== undefined && (
            <>
              {' · '}
              <bdi>{holder}</bdi>
            </>
          )
        )}
        {unit !== undefined && unit !== above && (
          <span class="quiet">
            {' · '}
            <bdi>{unit}</bdi>
          </span>
        )}
        {children.length > 0 && <Branches nodes={children} vacant={vacant} above={unit} />}
      </li>
    ))}
  </ul>
);
