import type { Side } from '../../../access/agreement-queries.ts';
import { type Locale, locales, say, type Text } from '../../../base/texts.ts';
import type { Service } from '../../../definition/service.ts';
import { Actions, Button } from '../../ui/button.tsx';
import { Checkboxes, type Option, Radios, SelectField } from '../../ui/choice-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import type { TypedDay } from '../people/typed-days.ts';
import type { AdminDesk } from './admin-desk.ts';
import { type AdminContext, AdminForm, AdminPage } from './admin-page.tsx';
import { agreementsPath } from './admin-paths.ts';
import { sayField } from './agreement-words.tsx';
import { agreementsTexts as texts } from './agreements-texts.ts';

/** Between whom, and about which service: asked first, since the rest depends on it. */
export interface SidesDraft {
  readonly own: string;
  readonly side: Side | undefined;
  readonly other: string;
  readonly service: string;
}

interface SidesProps {
  readonly context: AdminContext;
  readonly draft: SidesDraft;
  readonly owned: readonly Option[];
  readonly others: readonly Option[];
  readonly services: readonly Option[];
  readonly problems: readonly FieldProblem[];
}

const newPath = `${agreementsPath}/new`;

export const AgreementSidesPage = ({ context, draft, owned, others, services, problems }: SidesProps) => {
  const { locale } = context;
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.message;
  return (
    <AdminPage
      context={context}
      title={say(locale, texts.whoIsWho)}
      above={say(locale, texts.new)}
      problems={problems}
      crumbs={[{ href: agreementsPath, label: say(locale, texts.title) }]}
    >
      <form method="get" action={newPath} noValidate>
        <input type="hidden" name="asked" value="1" />
        <SelectField
          locale={locale}
          name="own"
          label={say(locale, texts.own)}
          value={draft.own}
          options={owned}
          error={errorOf('own')}
        />
        <Radios
          locale={locale}
          name="side"
          label={say(locale, texts.side)}
          value={draft.side}
          error={errorOf('side')}
          options={[
            { value: 'giver', label: say(locale, texts.sideGiver) },
            { value: 'receiver', label: say(locale, texts.sideReceiver) },
          ]}
        />
        <SelectField
          locale={locale}
          name="other"
          label={say(locale, texts.other)}
          value={draft.other}
          options={others}
          error={errorOf('other')}
        />
        <SelectField
          locale={locale}
          name="service"
          label={say(locale, texts.service)}
          value={draft.service}
          options={services}
          error={errorOf('service')}
        />
        <Actions>
          <Button>{say(locale, texts.goOn)}</Button>
        </Actions>
      </form>
    </AdminPage>
  );
};

export interface TermsDraft {
  readonly fields: readonly string[];
  readonly consent: string;
  readonly role: string;
  readonly purpose: Text;
  readonly legalBasis: string;
  readonly from: TypedDay;
  readonly until: TypedDay;
}

interface TermsProps {
  readonly context: AdminContext;
  readonly desk: AdminDesk;
  readonly sides: SidesDraft;
  readonly service: Service;
  readonly offered: readonly string[];
  readonly roles: readonly Option[];
  readonly draft: TermsDraft;
  readonly problems: readonly FieldProblem[];
}

/** What is read, what for, on what ground, and how long. */
export const AgreementTermsPage = ({ context, desk, sides, service, offered, roles, draft, problems }: TermsProps) => {
  const { locale } = context;
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.message;
  const [giver, receiver] = sides.side === 'giver' ? [sides.own, sides.other] : [sides.other, sides.own];
  return (
    <AdminPage
      context={context}
      title={say(locale, texts.new)}
      problems={problems}
      crumbs={[
        { href: agreementsPath, label: say(locale, texts.title) },
        { href: `${newPath}?${queryOf(sides, false)}`, label: say(locale, texts.whoIsWho) },
      ]}
    >
      <SummaryList
        locale={locale}
        rows={[
          { label: say(locale, texts.giver), value: desk.sayInstitution(giver, locale) },
          { label: say(locale, texts.receiver), value: desk.sayInstitution(receiver, locale) },
          { label: say(locale, texts.service), value: service.texts.title[locale] },
        ]}
      />
      <AdminForm context={context} action={`${newPath}?${queryOf(sides)}`}>
        <Checkboxes
          locale={locale}
          name="fields"
          label={say(locale, texts.fields)}
          values={draft.fields}
          error={errorOf('fields')}
          options={offered.map((name) => ({
            value: name,
            label: sayField(service, name, locale),
            hint: hintOf(service, name, locale),
          }))}
        />
        <Radios
          locale={locale}
          name="consent"
          label={say(locale, texts.consent)}
          value={draft.consent}
          error={errorOf('consent')}
          options={[
            ...[...service.purposes.values()].map(({ name, label }) => ({
              value: name,
              label: say(locale, texts.consentTo, { purpose: label[locale] }),
            })),
            { value: '-', label: say(locale, texts.consentNone) },
          ]}
        />
        <SelectField
          locale={locale}
          name="role"
          label={say(locale, texts.role)}
          value={draft.role}
          options={roles}
          error={errorOf('role')}
        />
        {locales.map((language, index) => (
          <TextField
            locale={locale}
            name={`purpose_${language}`}
            label={say(locale, texts.purposeIn, { language })}
            hint={index === 0 ? say(locale, texts.purposeHint) : undefined}
            value={draft.purpose[language]}
            maxLength={300}
            error={errorOf(`purpose_${language}`)}
            required
          />
        ))}
        <TextArea
          locale={locale}
          name="legal_basis"
          label={say(locale, texts.legalBasis)}
          hint={say(locale, texts.legalBasisHint)}
          value={draft.legalBasis}
          rows={3}
          maxLength={1000}
          error={errorOf('legal_basis')}
          required
        />
        <DateField
          locale={locale}
          name="from"
          label={say(locale, texts.from)}
          values={draft.from.values}
          error={errorOf('from')}
        />
        <DateField
          locale={locale}
          name="until"
          label={say(locale, texts.until)}
          hint={say(locale, texts.dayHint)}
          values={draft.until.values}
          error={errorOf('until')}
        />
        <Actions>
          <Button>{say(locale, texts.propose)}</Button>
        </Actions>
      </AdminForm>
    </AdminPage>
  );
};

export const queryOf = ({ own, side = 'receiver', other, service }: SidesDraft, asked = true): string =>
  new URLSearchParams({ own, side, other, service, ...(asked && { asked: '1' }) }).toString();

const hintOf = (service: Service, name: string, locale: Locale): string | undefined => {
  const field = service.fields.get(name);
  const needed = field?.needsConsent;
  const hints = [
    ...(field?.protect === 'sensitive' ? [say(locale, texts.sensitive)] : []),
    ...(field?.protect === 'personal' ? [say(locale, texts.personal)] : []),
    ...(needed === undefined
      ? []
      : [say(locale, texts.fieldNeedsConsent, { purpose: service.purposes.get(needed)?.label[locale] ?? needed })]),
  ];
  return hints.length > 0 ? hints.join(' · ') : undefined;
};
