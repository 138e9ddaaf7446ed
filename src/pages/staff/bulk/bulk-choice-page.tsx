import type { BulkRow, Offer } from '../../../access/bulk/bulk-queries.ts';
import { say } from '../../../base/texts.ts';
import { findActionOf } from '../../bulk-desk.ts';
import { bulkTexts as texts } from '../../bulk-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import type { Desk } from '../desk.ts';
import { bulkPath } from './bulk-paths.ts';
import { number } from './bulk-list-page.tsx';

export const actionInput = 'action';
export const writeOffer = ({ service, action }: Pick<Offer, 'service' | 'action'>): string => `${service}/${action}`;

interface ChoiceProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly desk: Desk;
  readonly row: BulkRow;
  /** Nothing was chosen. */
  readonly isMissing: boolean;
}

/** What can be done with the records that were chosen, and on how many of them. */
export const BulkChoicePage = ({ context, csrfToken, desk, row, isMissing }: ChoiceProps) => {
  const { locale } = context;
  const isMixed = new Set(row.offers.map(({ service }) => service)).size > 1;
  const options = row.offers.flatMap((offer) => {
    const known = findActionOf(desk.parts, offer);
    if (!known) return [];
    const label = known.action.label[locale];
    const [possible, chosen] = [number(offer.possible), number(row.chosen)];
    return {
      value: writeOffer(offer),
      label: isMixed ? `${known.service.texts.title[locale]}: ${label}` : label,
      hint: say(locale, texts.possibleOn, { possible, chosen }),
    };
  });
  const title = say(locale, texts.which);
  const message = isMissing ? say(locale, texts.chooseAction) : undefined;
  return (
    <Page
      context={context}
      title={title}
      problems={message === undefined ? [] : [{ name: actionInput, message }]}
      backHref="/staff"
    >
      <Title above={say(locale, texts.chosen, { count: row.chosen })}>{title}</Title>
      {options.length === 0 ? (
        <>
          <Alert tone="info">
            <p>{say(locale, texts.noOffer)}</p>
          </Alert>
          <p>{say(locale, texts.notForMany)}</p>
          <ButtonLink href="/staff">{say(locale, texts.toWorklist)}</ButtonLink>
        </>
      ) : (
        <form method="post" action={`${bulkPath(row.id)}/action`} noValidate>
          <input type="hidden" name="_csrf" value={csrfToken} />
          <Radios
            locale={locale}
            name={actionInput}
            label={say(locale, texts.chooseAction)}
            options={options}
            value={row.action === null ? undefined : writeOffer({ service: row.service ?? '', action: row.action })}
            error={message}
          />
          <p class="quiet">{say(locale, texts.notForMany)}</p>
          <Actions>
            <Button>{say(locale, texts.look)}</Button>
            <Button look="tertiary" formAction={`${bulkPath(row.id)}/stop`}>
              {say(locale, texts.cancel)}
            </Button>
          </Actions>
        </form>
      )}
    </Page>
  );
};

/** What keeps a choice of records from being one. */
export const BulkRefusedPage = ({
  context,
  reason,
  back,
}: {
  readonly context: PageContext;
  readonly reason: string;
  readonly back: string;
}) => {
  const { locale } = context;
  const title = say(locale, texts.notChosen);
  return (
    <Page context={context} title={title} backHref={back}>
      <Title>{title}</Title>
      <Alert tone="warning" urgent>
        <p>{reason}</p>
      </Alert>
      <Actions>
        <ButtonLink href={back}>{say(locale, texts.toWorklist)}</ButtonLink>
      </Actions>
    </Page>
  );
};
