import type { ComponentChildren } from 'preact';
import { type Locale, locales, say } from '../../base/texts.ts';
import type { SetupAnswers } from '../../access/setup.ts';
import { Colour, Languages, Logo, PortalNames } from '../settings/settings-fields.tsx';
import { languageNames } from '../settings/settings-texts.ts';
import type { TypedSettings } from '../settings/read-settings.ts';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button } from '../ui/button.tsx';
import { type Option, Radios, SelectField } from '../ui/choice-field.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { FileField } from '../ui/file-field.tsx';
import { Steps } from '../ui/navigation.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { Page, Title } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { setupTexts as texts } from './setup-texts.ts';

export const setupSteps = ['names', 'look', 'country', 'administrator', 'check'] as const;
export type SetupStep = (typeof setupSteps)[number];
export const setupPath = '/setup';
export const stepPath = (step: SetupStep): string => `${setupPath}/${step}`;
export const isStep = (text: string): text is SetupStep => setupSteps.includes(text as SetupStep);

export interface SetupFrame {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly problems: readonly FieldProblem[];
}

const errorOf = ({ problems }: SetupFrame, name: string) => problems.find((problem) => problem.name === name)?.message;

/** Asks for the token, for whoever came without the link. */
export const TokenPage = (frame: SetupFrame) => {
  const { context, csrfToken, problems } = frame;
  const { locale } = context;
  const title = say(locale, texts.welcome);
  return (
    <Page context={context} title={title} problems={problems}>
      <Title>{title}</Title>
      <p class="lead">{say(locale, texts.welcomeLead)}</p>
      <form method="post" action={setupPath} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <TextField
          locale={locale}
          name="token"
          label={say(locale, texts.token)}
          hint={say(locale, texts.tokenHint)}
          dir="ltr"
          autocomplete="off"
          maxLength={100}
          error={errorOf(frame, 'token')}
        />
        <Actions>
          <Button>{say(locale, texts.begin)}</Button>
        </Actions>
      </form>
    </Page>
  );
};

/** The frame of one step. */
export const StepPage = ({
  frame,
  step,
  lead,
  submit,
  children,
}: {
  readonly frame: SetupFrame;
  readonly step: SetupStep;
  readonly lead?: string | undefined;
  readonly submit: string | undefined;
  readonly children: ComponentChildren;
}) => {
  const { context, csrfToken, problems } = frame;
  const { locale } = context;
  const now = setupSteps.indexOf(step) + 1;
  const before = setupSteps[now - 2];
  return (
    <Page
      context={{ ...context, url: stepPath(step) }}
      title={`${say(locale, texts[step])} – ${say(locale, texts.title)}`}
      problems={problems}
      backHref={before ? stepPath(before) : undefined}
    >
      <Steps locale={locale} steps={setupSteps.map((each) => say(locale, texts[each]))} now={now} />
      <Title above={say(locale, texts.title)}>{say(locale, texts[step])}</Title>
      {lead && <p class="lead">{lead}</p>}
      <form method="post" action={stepPath(step)} encType="multipart/form-data" noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        {children}
        {submit && (
          <Actions>
            <Button>{submit}</Button>
          </Actions>
        )}
      </form>
    </Page>
  );
};

export const NamesStep = ({ frame, typed }: { readonly frame: SetupFrame; readonly typed: TypedSettings }) => {
  const { locale } = frame.context;
  const fields = { locale, typed, problems: frame.problems };
  return (
    <StepPage frame={frame} step="names" lead={say(locale, texts.namesLead)} submit={say(locale, texts.next)}>
      <PortalNames {...fields} />
      <Languages {...fields} />
    </StepPage>
  );
};

export const LookStep = (props: {
  readonly frame: SetupFrame;
  readonly typed: TypedSettings;
  readonly sampled: string | undefined;
  readonly logo: string | undefined;
}) => {
  const { frame, typed, sampled, logo } = props;
  const { locale } = frame.context;
  const fields = { locale, typed, problems: frame.problems };
  return (
    <StepPage frame={frame} step="look" submit={say(locale, texts.next)}>
      <Colour {...fields} sampled={sampled} />
      <Logo
        {...fields}
        now={logo === undefined ? undefined : `data:image/png;base64,${logo}`}
        mayRemove={logo !== undefined}
      />
    </StepPage>
  );
};

export interface CountryChoice {
  readonly name: string;
  readonly code: string;
  readonly zone: string;
  readonly currency: string;
  readonly places: number;
  readonly institutions: number;
}

export const CountryStep = (props: {
  readonly frame: SetupFrame;
  readonly answers: SetupAnswers;
  readonly folder: CountryChoice;
  readonly chosen: string | undefined;
  /** What is wrong in the files that were sent, line by line. */
  readonly faults: readonly string[];
}) => {
  const { frame, answers, folder, chosen, faults } = props;
  const { locale } = frame.context;
  const { own } = answers;
  return (
    <StepPage frame={frame} step="country" lead={say(locale, texts.countryLead)} submit={say(locale, texts.next)}>
      {faults.length > 0 && (
        <Alert tone="danger" title={say(locale, texts.filesWrong)}>
          <ul class="ds-list" lang="en" dir="ltr">
            {faults.map((fault) => (
              <li>{fault}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Radios
        locale={locale}
        name="country"
        label={say(locale, texts.which)}
        value={chosen}
        error={errorOf(frame, 'country')}
        options={[
          {
            value: 'folder',
            label: say(locale, texts.folder, { name: folder.name }),
            hint: say(locale, texts.folderHint, { places: folder.places, institutions: folder.institutions }),
          },
          { value: 'own', label: say(locale, texts.own), hint: say(locale, texts.ownHint) },
        ]}
      />
      {own && (
        <p class="quiet">
          {say(locale, texts.ownKept, {
            files: own.files.join(', '),
            places: own.places.length,
            institutions: own.institutions.length,
          })}
        </p>
      )}
      <FileField
        locale={locale}
        name="files"
        label={say(locale, texts.own)}
        hint={say(locale, texts.ownHint)}
        accept=".csv,.geojson,.json"
        multiple
        error={errorOf(frame, 'files')}
        optional
      />
      <p class="quiet">
        {say(locale, texts.stays, { code: folder.code, zone: folder.zone, currency: folder.currency })}
      </p>
    </StepPage>
  );
};

export interface TypedAdministrator {
  readonly name: string;
  readonly nameLatin: string;
  readonly email: string;
  readonly locale: string;
  readonly institution: string;
}

export const AdministratorStep = (props: {
  readonly frame: SetupFrame;
  readonly typed: TypedAdministrator;
  readonly institutions: readonly Option[];
  readonly hasPassword: boolean;
}) => {
  const { frame, typed, institutions, hasPassword } = props;
  const { locale } = frame.context;
  const field = (name: string) => ({ locale, name, error: errorOf(frame, name) });
  return (
    <StepPage
      frame={frame}
      step="administrator"
      lead={say(locale, texts.administratorLead)}
      submit={say(locale, texts.next)}
    >
      <TextField {...field('name')} label={say(locale, texts.name)} value={typed.name} maxLength={120} required />
      <TextField
        {...field('name_latin')}
        label={say(locale, texts.nameLatin)}
        value={typed.nameLatin}
        dir="ltr"
        maxLength={120}
        required
      />
      <TextField
        {...field('email')}
        type="email"
        label={say(locale, texts.email)}
        value={typed.email}
        dir="ltr"
        inputMode="email"
        autocomplete="username"
        maxLength={200}
        required
      />
      <SelectField
        {...field('locale')}
        label={say(locale, texts.language)}
        value={typed.locale}
        options={locales.map((value) => ({ value, label: languageNames[value] }))}
        width="short"
      />
      <SelectField
        {...field('institution')}
        label={say(locale, texts.institution)}
        hint={say(locale, texts.institutionHint)}
        value={typed.institution}
        options={institutions}
      />
      <TextField
        {...field('password')}
        type="password"
        label={say(locale, texts.password)}
        hint={`${say(locale, texts.passwordHint)}${hasPassword ? `. ${say(locale, texts.passwordKept)}` : ''}`}
        dir="ltr"
        autocomplete="new-password"
        maxLength={200}
        required
      />
      <TextField
        {...field('repeat')}
        type="password"
        label={say(locale, texts.repeat)}
        dir="ltr"
        autocomplete="new-password"
        maxLength={200}
        required
      />
    </StepPage>
  );
};

export const sayLanguages = (languages: readonly Locale[]): string =>
  languages.map((each) => languageNames[each]).join(' · ');
