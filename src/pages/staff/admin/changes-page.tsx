import { say } from '../../../base/texts.ts';
import { canBeUndone } from '../../../territory/country-change.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/card.tsx';
import { LongDateTime } from '../../ui/date-time.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { type AdminContext, AdminForm, AdminPage } from './admin-page.tsx';
import { changesPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { Pieces, type ShownChange } from './change-words.tsx';
import { changesTexts as texts } from './changes-texts.ts';

interface Props {
  readonly context: AdminContext;
  /** The latest first. */
  readonly shown: readonly ShownChange[];
  /** Number before which older ones begin; none: these are all. */
  readonly older: number | undefined;
  readonly problems: readonly FieldProblem[];
}

/** Who changed what and when, with what can be undone. */
export const ChangesPage = ({ context, shown, older, problems }: Props) => {
  const { locale, timeZone } = context;
  return (
    <AdminPage
      context={context}
      title={say(locale, adminTexts.changes)}
      lead={say(locale, texts.lead)}
      problems={problems}
    >
      {shown.length === 0 ? (
        <EmptyState icon="edit" title={say(locale, texts.empty)}>
          <p>{say(locale, texts.emptyDetail)}</p>
        </EmptyState>
      ) : (
        <Table
          caption={say(locale, adminTexts.changes)}
          isCaptionHidden
          rows={shown}
          rowId={({ change }) => `change-${change.id}`}
          columns={[
            {
              label: say(locale, adminTexts.what),
              isHeader: true,
              cell: ({ change, title, detail }) => (
                <span>
                  <Bdi>{`#${change.id}`}</Bdi> {title}
                  {detail.length > 0 && (
                    <>
                      <br />
                      <span class="quiet">
                        <Pieces pieces={detail} />
                      </span>
                    </>
                  )}
                </span>
              ),
            },
            { label: say(locale, adminTexts.who), cell: ({ who }) => <bdi>{who}</bdi> },
            {
              label: say(locale, adminTexts.when),
              cell: ({ change }) => <LongDateTime locale={locale} at={change.at} timeZone={timeZone} />,
            },
            {
              label: say(locale, adminTexts.undo),
              isLabelHidden: true,
              cell: ({ change, isUndone, title }) =>
                isUndone ? (
                  <Tag tone="neutral">{say(locale, texts.wasUndone)}</Tag>
                ) : canBeUndone(change) ? (
                  <AdminForm context={context} action={`${changesPath}/${change.id}/undo`}>
                    <Button look="secondary">
                      {say(locale, adminTexts.undo)}
                      <span class="ds-sr-only">
                        {' '}
                        {title} #{change.id}
                      </span>
                    </Button>
                  </AdminForm>
                ) : null,
            },
          ]}
        />
      )}
      {older !== undefined && (
        <Actions>
          <ButtonLink href={`${changesPath}?before=${older}`} look="secondary">
            {say(locale, texts.older)}
          </ButtonLink>
        </Actions>
      )}
    </AdminPage>
  );
};
