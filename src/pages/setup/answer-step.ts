import type { SetupAnswers } from '../../access/setup.ts';
import { say } from '../../base/texts.ts';
import type { CountryContent } from '../../territory/country-change.ts';
import { formFilesOf } from '../http/form-files.ts';
import { textOf } from '../http/inputs.ts';
import type { Parts } from '../parts.ts';
import type { Request } from '../route.ts';
import { readLogo } from '../settings/read-logo.ts';
import { colourIn, languagesIn, namesIn, readTyped, type TypedSettings, typedOf } from '../settings/read-settings.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { readAdministrator } from './read-administrator.ts';
import { readSentCountry } from './setup-country.ts';
import type { SetupStep } from './setup-pages.tsx';
import { setupTexts as texts } from './setup-texts.ts';

/** What the steps show again after a refusal. */
export interface Refused {
  readonly problems: readonly FieldProblem[];
  readonly typed?: TypedSettings;
  readonly chosen?: string;
  readonly faults?: readonly string[];
}

/**
 * The answers after a step, or what is wrong with it.
 * @param content what would hold with the answers so far
 */
export const answerStep = async (
  parts: Parts,
  request: Request,
  step: SetupStep,
  answers: SetupAnswers,
  content: CountryContent,
): Promise<SetupAnswers | Refused> => {
  const { liveCountry, config, country } = parts;
  const { locale, body } = request;
  const typed = { ...typedOf(content.settings), ...readTypedOf(step, body) };
  switch (step) {
    case 'names': {
      const { languages, problems } = languagesIn(typed, locale);
      const all = [...namesIn(typed, locale), ...problems];
      if (all.length > 0 || !languages) return { problems: all, typed };
      return { ...answers, settings: { ...answers.settings, portal: typed.portal, name: typed.owner, languages } };
    }
    case 'look': {
      const { colour, problems } = colourIn(typed, locale);
      const [upload] = formFilesOf(request).get('logo') ?? [];
      const logo = upload && (await readLogo(upload));
      const all = [
        ...problems,
        ...(logo && 'fault' in logo ? [{ name: 'logo', message: say(locale, logo.fault) }] : []),
      ];
      if (all.length > 0 || !colour) return { problems: all, typed };
      const { logoPicture: before, ...settings } = answers.settings ?? {};
      const kept = textOf(body, 'logo_remove') === '1' ? undefined : before;
      const logoPicture = logo && 'picture' in logo ? logo.picture : kept;
      return { ...answers, settings: { ...settings, colour, ...(logoPicture && { logoPicture }) } };
    }
    case 'country': {
      const chosen = textOf(body, 'country');
      if (chosen === 'folder') return { ...withoutStranger(answers, liveCountry.seed.institutions), country: 'folder' };
      if (chosen !== 'own')
        return { problems: [{ name: 'country', message: say(locale, texts.whichMissing) }], chosen };
      const uploads = formFilesOf(request).get('files') ?? [];
      if (uploads.length === 0 && answers.own)
        return { ...withoutStranger(answers, answers.own.institutions), country: 'own' };
      const read = await readSentCountry(config.dataFolder, uploads, country);
      if (!read) return { problems: [{ name: 'files', message: say(locale, texts.filesMissing) }], chosen };
      if ('faults' in read)
        return { problems: [{ name: 'files', message: say(locale, texts.filesWrong) }], chosen, faults: read.faults };
      return { ...withoutStranger(answers, read.institutions), own: read, country: 'own' };
    }
    case 'administrator': {
      const { administrator, problems } = await readAdministrator(parts, request, answers, content);
      return administrator ? { ...answers, administrator } : { problems };
    }
    case 'check':
      return answers;
  }
};

/** Only what the step asked: the rest keeps what it was. */
const readTypedOf = (step: SetupStep, body: unknown): Partial<TypedSettings> => {
  const { portal, owner, languages, first, colour } = readTyped(body);
  return step === 'names' ? { portal, owner, languages, first } : step === 'look' ? { colour } : {};
};

/** An administrator's institution that the chosen country does not have is asked again. */
const withoutStranger = (answers: SetupAnswers, institutions: readonly { readonly code: string }[]): SetupAnswers => {
  const { administrator, ...rest } = answers;
  return administrator && institutions.some(({ code }) => code === administrator.institution) ? answers : rest;
};
