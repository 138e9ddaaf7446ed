import { say } from '../../../base/texts.ts';
import { PrintButton, printIsland } from '../../public/print-button.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import { Actions, ButtonLink } from '../../ui/button.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Page, Title } from '../../ui/page.tsx';
import { accountTexts as texts } from './account-texts.ts';

/** Shown once, in the answer that made them. */
export const RecoveryCodesPage = ({
  context,
  codes,
  next,
}: {
  readonly context: PageContext;
  readonly codes: readonly string[];
  readonly next: string;
}) => {
  const { locale } = context;
  const title = say(locale, texts.codesTitle);
  return (
    <Page context={context} title={title} islands={[printIsland]}>
      <Title>{title}</Title>
      <p>{say(locale, texts.codesLead)}</p>
      <ol class="recovery-codes">
        {codes.map((code) => (
          <li>
            <Bdi>{code}</Bdi>
          </li>
        ))}
      </ol>
      <Actions>
        <ButtonLink href={next}>{say(locale, texts.goOn)}</ButtonLink>
        <PrintButton label={say(locale, texts.print)} />
      </Actions>
    </Page>
  );
};
