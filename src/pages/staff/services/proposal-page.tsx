import { say } from '../../../base/texts.ts';
import type { ProposalRow } from '../../../catalogue/publication-queries.ts';
import type { ServiceFiles } from '../../../definition/compile-service.ts';
import { differencesBetween } from '../../../definition/difference.ts';
import type { Fault } from '../../../definition/fault.ts';
import type { Service } from '../../../definition/service.ts';
import { Alert } from '../../ui/alert.tsx';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { TextField } from '../../ui/text-field.tsx';
import { Differences, LineDifferences } from './difference-view.tsx';
import { FaultList } from './fault-list.tsx';
import { proposalPath, servicesPath, uploadPath } from './list-page.tsx';
import { servicesTexts as texts } from './services-texts.ts';
import { StateDiagram } from './state-diagram.tsx';
import { SureBox } from './sure-box.tsx';

interface Props {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly proposal: ProposalRow;
  /** Undefined where it may not be published: see `faults`. */
  readonly service: Service | undefined;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  /** Files of the version in force; none for a service that is new. */
  readonly inForce: ServiceFiles | undefined;
  readonly who: string;
  /** Another person has to publish it. */
  readonly needsOther: boolean;
  readonly problems: readonly FieldProblem[];
}

/** A version before it is published: what changes, what to look at, and the button. */
export const ProposalPage = (props: Props) => {
  const { context, csrfToken, proposal, service, faults, warnings, inForce, who, needsOther, problems } = props;
  const { locale } = context;
  const path = proposalPath(proposal.id);
  const name = service?.texts.title[locale] ?? proposal.service;
  return (
    <Page
      context={{ ...context, url: path }}
      title={`${say(locale, texts.proposalTitle)} – ${name}`}
      layout="wide"
      problems={problems}
      crumbs={[{ href: servicesPath, label: say(locale, texts.title) }]}
    >
      <Title above={say(locale, texts.proposalTitle)}>{name}</Title>
      <p>
        {say(locale, texts.proposedBy, { who })}
        {proposal.note !== null && ` – ${proposal.note}`}
      </p>
      {faults.length > 0 && (
        <Alert tone="danger" title={say(locale, texts.faults, { count: faults.length })}>
          {locale !== 'en' && <p>{say(locale, texts.faultsNote)}</p>}
          <FaultList faults={faults} />
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert tone="warning" title={say(locale, texts.warnings)}>
          {locale !== 'en' && <p>{say(locale, texts.faultsNote)}</p>}
          <FaultList faults={warnings} />
        </Alert>
      )}
      {service && (
        <Actions>
          <ButtonLink href={`${path}/try`} look="secondary" icon="eye">
            {say(locale, texts.tryIt)}
          </ButtonLink>
          {inForce && (
            <ButtonLink href={`${path}/replay`} look="secondary" icon="clock">
              {say(locale, texts.replay)}
            </ButtonLink>
          )}
          <ButtonLink href={`${uploadPath}?proposal=${proposal.id}`} look="tertiary" icon="edit">
            {say(locale, texts.edit)}
          </ButtonLink>
        </Actions>
      )}
      {service && <StateDiagram service={service} locale={locale} />}
      <h2>{say(locale, texts.differences)}</h2>
      {inForce ? (
        <>
          <Differences differences={differencesBetween(inForce, proposal.files)} locale={locale} />
          <LineDifferences before={inForce} after={proposal.files} locale={locale} />
        </>
      ) : (
        <>
          <p>{say(locale, texts.isNew)}</p>
          <Differences differences={differencesBetween(undefined, proposal.files)} locale={locale} />
        </>
      )}
      {service && <PublishForm {...{ path, csrfToken, needsOther, problems, locale }} />}
      <form method="post" action={`${path}/discard`}>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <Button look="tertiary" danger>
          {say(locale, texts.discard)}
        </Button>
      </form>
    </Page>
  );
};

const PublishForm = (props: {
  readonly path: string;
  readonly csrfToken: string;
  readonly needsOther: boolean;
  readonly problems: readonly FieldProblem[];
  readonly locale: PageContext['locale'];
}) => {
  const { path, csrfToken, needsOther, problems, locale } = props;
  return (
    <section>
      <h2>{say(locale, texts.publishTitle)}</h2>
      {needsOther ? (
        <Alert tone="info">
          <p>{say(locale, texts.fourEyes)}</p>
        </Alert>
      ) : (
        <>
          <p>{say(locale, texts.publishDetail)}</p>
          <form method="post" action={`${path}/publish`}>
            <input type="hidden" name="_csrf" value={csrfToken} />
            <TextField
              locale={locale}
              name="note"
              label={say(locale, texts.note)}
              hint={say(locale, texts.noteHint)}
              optional
              maxLength={300}
            />
            <SureBox locale={locale} label={say(locale, texts.publishSure)} problems={problems} />
            <Actions>
              <Button>{say(locale, texts.publish)}</Button>
            </Actions>
          </form>
        </>
      )}
    </section>
  );
};
