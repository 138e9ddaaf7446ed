import type { PeopleParts } from '../../../access/people.ts';
import { administered, give } from '../../../access/people.ts';
import { findAccountByEmail } from '../../../access/people-queries.ts';
import { grantableRoles, type GrantFault, type WantedGrant } from '../../../access/delegation.ts';
import type { Staff } from '../../../access/grant.ts';
import { type Locale, locales, say } from '../../../base/texts.ts';
import { textOf, textsOf } from '../../http/inputs.ts';
import type { Request } from '../../route.ts';
import { Checkboxes, SelectField } from '../../ui/choice-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Desk } from '../desk.ts';
import { grantFaultTexts, peopleTexts as texts } from './people-texts.ts';
import { noDay, type TypedDay, typedDay } from './typed-days.ts';
import { PeriodFields } from './period-fields.tsx';

/** What was typed to give a right, to be shown again. */
export interface TypedGrant {
  readonly email: string;
  readonly role: string;
  readonly institution: string;
  readonly services: readonly string[];
  readonly from: TypedDay;
  readonly until: TypedDay;
}

export const emptyGrant = (email = ''): TypedGrant => ({
  email,
  role: '',
  institution: '',
  services: [],
  from: noDay,
  until: noDay,
});

const longest = 200;

export const readGrant = (request: Request, timeZone: string): TypedGrant => {
  const { body } = request;
  const typed = (name: string) => textOf(body, name).trim().slice(0, longest);
  return {
    email: typed('email').toLowerCase(),
    role: typed('role'),
    institution: typed('institution'),
    services: textsOf(body, 'services').slice(0, 500),
    from: typedDay(body, 'from', timeZone),
    until: typedDay(body, 'until', timeZone, true),
  };
};

/** The input that a fault is about. */
const fieldOf: Readonly<Record<GrantFault, string>> = {
  'to-oneself': 'email',
  'unknown-role': 'role',
  'unknown-institution': 'institution',
  'outside-institution': 'institution',
  'outside-services': 'services',
  'unknown-service': 'services',
  'longer-than-own': 'until',
  'reaches-further': 'role',
  'already-over': 'until',
};

/** The institution that was meant: by its code, or by its name in any language where only one has it. */
const institutionMeant = (desk: Desk, codes: readonly string[], typed: string): string | undefined => {
  if (codes.includes(typed)) return typed;
  const { territory } = desk.parts;
  const named = codes.filter((code) => {
    const name = territory.findInstitution(code)?.name;
    return name !== undefined && locales.some((locale) => name[locale].toLowerCase() === typed.toLowerCase());
  });
  return named.length === 1 ? named[0] : undefined;
};

/** What was typed as a right, or what is wrong with it; for whom it is, is looked at elsewhere. */
export const meantGrant = (
  desk: Desk,
  parts: PeopleParts,
  staff: Staff,
  typed: TypedGrant,
  locale: Locale,
): { readonly wanted: Omit<WantedGrant, 'accountId'> } | { readonly problems: readonly FieldProblem[] } => {
  const institution = institutionMeant(desk, administered(parts, staff), typed.institution);
  const problems = [
    ...(typed.role === '' ? [problem('role', say(locale, texts.roleMissing))] : []),
    ...(institution === undefined ? [problem('institution', say(locale, texts.institutionMissing))] : []),
    ...(typed.from.at === 'wrong' ? [problem('from', say(locale, texts.notADay))] : []),
    ...(typed.until.at === 'wrong' ? [problem('until', say(locale, texts.notADay))] : []),
  ];
  if (problems.length > 0 || institution === undefined) return { problems };
  const [from, until] = [typed.from.at, typed.until.at];
  return {
    wanted: {
      role: typed.role,
      institution,
      services: typed.services.length === 0 ? null : typed.services,
      ...(from instanceof Date && { validFrom: from }),
      ...(until instanceof Date && { validUntil: until }),
    },
  };
};

const problem = (name: string, message: string): FieldProblem => ({ name, message });

/** Why a right is not given, beside the inputs that it is about. */
export const faultProblems = (faults: readonly GrantFault[], locale: Locale): readonly FieldProblem[] =>
  faults.map((fault) => problem(fieldOf[fault], say(locale, grantFaultTexts[fault])));

/**
 * Gives what was typed, or says what is wrong with it. Only what the form asks for is read: nothing else that is sent along
 * reaches a grant.
 */
export const sendGrant = async (
  desk: Desk,
  parts: PeopleParts,
  staff: Staff,
  typed: TypedGrant,
  locale: Locale,
): Promise<{ readonly account: string } | { readonly problems: readonly FieldProblem[] }> => {
  const [account] = typed.email === '' ? [] : await parts.database.run(findAccountByEmail, [typed.email]);
  const meant = meantGrant(desk, parts, staff, typed, locale);
  const problems = [
    ...(account ? [] : [problem('email', say(locale, texts.noAccount))]),
    ...('problems' in meant ? meant.problems : []),
  ];
  if (!account || 'problems' in meant) return { problems };
  const { faults } = await give(parts, staff, { ...meant.wanted, accountId: account.id });
  return faults.length > 0 ? { problems: faultProblems(faults, locale) } : { account: account.id };
};

interface GrantFieldsProps {
  readonly desk: Desk;
  readonly parts: PeopleParts;
  readonly staff: Staff;
  readonly locale: Locale;
  readonly typed: TypedGrant;
  readonly problems: readonly FieldProblem[];
  /** For whom it is, in other words than usual. */
  readonly to?: { readonly label: string; readonly hint: string };
}

const mostOffered = 300;

export const GrantFields = ({ desk, parts, staff, locale, typed, problems, to }: GrantFieldsProps) => {
  const errorIn = (name: string) => problems.find((problem) => problem.name === name)?.message;
  const roles = grantableRoles(parts, staff).map((role) => ({ value: role, label: desk.nameRole(role, locale) }));
  const services = parts.services().map(({ id, texts: words }) => ({ value: id, label: words.title[locale] }));
  const institutions = administered(parts, staff);
  return (
    <>
      <TextField
        locale={locale}
        name="email"
        type="email"
        dir="ltr"
        autocomplete="off"
        label={to?.label ?? say(locale, texts.to)}
        hint={to?.hint ?? say(locale, texts.toHint)}
        value={typed.email}
        error={errorIn('email')}
      />
      <SelectField
        locale={locale}
        name="role"
        label={say(locale, texts.role)}
        options={roles.toSorted((a, b) => a.label.localeCompare(b.label, locale))}
        value={typed.role}
        error={errorIn('role')}
      />
      <TextField
        locale={locale}
        name="institution"
        label={say(locale, texts.institution)}
        hint={say(locale, texts.institutionHint)}
        value={typed.institution}
        error={errorIn('institution')}
        list="institutions"
        autocomplete="off"
      />
      <datalist id="institutions">
        {institutions.slice(0, mostOffered).map((code) => (
          <option value={desk.sayInstitution(code, locale)} />
        ))}
      </datalist>
      <Checkboxes
        locale={locale}
        name="services"
        label={say(locale, texts.services)}
        hint={say(locale, texts.servicesHint)}
        options={services}
        values={typed.services}
        error={errorIn('services')}
      />
      <PeriodFields locale={locale} texts={texts} typed={typed} problems={problems} mayLast />
    </>
  );
};
