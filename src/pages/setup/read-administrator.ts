import type { SetupAnswers } from '../../access/setup.ts';
import { isLocale, say } from '../../base/texts.ts';
import type { CountryContent } from '../../territory/country-change.ts';
import { textOf } from '../http/inputs.ts';
import type { Parts } from '../parts.ts';
import type { Request } from '../route.ts';
import { passwordFaultTexts } from '../staff/account/account-texts.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import type { TypedAdministrator } from './setup-pages.tsx';
import { setupTexts as texts } from './setup-texts.ts';

const emailPattern = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/;

const typedIn = ({ body }: Request): TypedAdministrator => ({
  name: textOf(body, 'name').trim(),
  nameLatin: textOf(body, 'name_latin').trim(),
  email: textOf(body, 'email').trim().toLowerCase(),
  locale: textOf(body, 'locale'),
  institution: textOf(body, 'institution'),
});

/** What stands in the fields: what was typed and refused, else what is kept. Never a password. */
export const typedAdministrator = (
  request: Request,
  { administrator }: SetupAnswers,
  wasRefused: boolean,
): TypedAdministrator =>
  wasRefused
    ? typedIn(request)
    : (administrator ?? { name: '', nameLatin: '', email: '', locale: request.locale, institution: '' });

/** The first administrator with the password hashed: the password itself is kept nowhere. */
export const readAdministrator = async (
  { passwordJudge, hashing }: Pick<Parts, 'passwordJudge' | 'hashing'>,
  request: Request,
  answers: SetupAnswers,
  content: CountryContent,
): Promise<{
  readonly administrator?: SetupAnswers['administrator'];
  readonly problems: readonly FieldProblem[];
}> => {
  const { locale } = request;
  const typed = typedIn(request);
  const [password, repeat] = [textOf(request.body, 'password'), textOf(request.body, 'repeat')];
  const kept = password === '' && repeat === '' ? answers.administrator?.passwordHash : undefined;
  const problem = (name: string, message: keyof typeof texts): FieldProblem => ({
    name,
    message: say(locale, texts[message]),
  });
  const about = [typed.name, typed.nameLatin, typed.email, ...Object.values(content.settings.portal)];
  const fault = kept === undefined ? await passwordJudge.findFault(password, about) : undefined;
  const isName = (name: string) => name !== '' && name.length <= 120 && !/\p{Cc}/u.test(name);
  const problems = [
    ...(isName(typed.name) ? [] : [problem('name', 'nameMissing')]),
    ...(isName(typed.nameLatin) ? [] : [problem('name_latin', 'nameMissing')]),
    ...(emailPattern.test(typed.email) ? [] : [problem('email', 'emailWrong')]),
    ...(content.institutions.some(({ code, retired }) => code === typed.institution && !retired)
      ? []
      : [problem('institution', 'institutionMissing')]),
    ...(fault ? [{ name: 'password', message: say(locale, passwordFaultTexts[fault]) }] : []),
    ...(password === repeat ? [] : [problem('repeat', 'repeatWrong')]),
  ];
  if (problems.length > 0) return { problems };
  const { locale: language, ...person } = typed;
  return {
    problems,
    administrator: {
      ...person,
      locale: isLocale(language) ? language : locale,
      passwordHash: kept ?? (await hashing.hash(password)),
    },
  };
};
