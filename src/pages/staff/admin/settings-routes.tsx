import type { FastifyReply } from 'fastify';
import { say } from '../../../base/texts.ts';
import type { Settings } from '../../../territory/country-change.ts';
import { textOf } from '../../http/inputs.ts';
import { formFilesOf } from '../../http/form-files.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import { readLogo } from '../../settings/read-logo.ts';
import { readTyped, settingsIn, type TypedSettings, typedOf } from '../../settings/read-settings.ts';
import { Colour, Languages, Logo, PortalNames } from '../../settings/settings-fields.tsx';
import { settingsTexts as texts } from '../../settings/settings-texts.ts';
import { contrastWithWhite, leastContrast, readColour } from '../../theme.ts';
import { Actions, Button } from '../../ui/button.tsx';
import { type Option, SelectField } from '../../ui/choice-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { type AdminDesk, adminRoutesFor, typedIn } from './admin-desk.ts';
import { type AdminContext, AdminForm, AdminPage } from './admin-page.tsx';
import { settingsPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { institutionOptions } from './institution-facts.ts';

interface Props {
  readonly context: AdminContext;
  readonly typed: TypedSettings;
  readonly operator: string;
  readonly operators: readonly Option[];
  readonly hasOwnLogo: boolean;
  readonly problems: readonly FieldProblem[];
}

/** What the installation is called and looks like. */
const SettingsPage = ({ context, typed, operator, operators, hasOwnLogo, problems }: Props) => {
  const { locale, portal } = context;
  const fields = { locale, typed, problems };
  const colour = readColour(typed.colour);
  return (
    <AdminPage
      context={context}
      title={say(locale, adminTexts.settings)}
      lead={say(locale, texts.lead)}
      problems={problems}
    >
      <AdminForm context={context} action={settingsPath} takesFiles>
        <PortalNames {...fields} />
        <Languages {...fields} />
        <Colour {...fields} sampled={colour && contrastWithWhite(colour) >= leastContrast ? colour : undefined} />
        <Logo {...fields} now={hasOwnLogo ? portal.logo : undefined} mayRemove={hasOwnLogo} />
        <SelectField
          locale={locale}
          name="operator"
          label={say(locale, texts.operator)}
          hint={say(locale, texts.operatorHint)}
          options={operators}
          value={operator}
          error={problems.find(({ name }) => name === 'operator')?.message}
        />
        <Actions>
          <Button>{say(locale, adminTexts.save)}</Button>
        </Actions>
      </AdminForm>
    </AdminPage>
  );
};

export const settingsRoutes = (desk: AdminDesk): readonly Route[] => {
  const { parts } = desk;
  const { liveCountry } = parts;
  const { get, post } = adminRoutesFor(desk, true);

  const send = (
    request: Request,
    reply: FastifyReply,
    typed: TypedSettings,
    operator: string,
    problems: readonly FieldProblem[] = [],
  ) =>
    sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <SettingsPage
        {...{ typed, operator, problems }}
        context={desk.adminContextOf(request, reply, settingsPath)}
        operators={institutionOptions(parts, request.locale, () => true)}
        hasOwnLogo={parts.country.logoPicture !== undefined}
      />,
    );

  const show = (request: Request, reply: FastifyReply) => {
    const { settings } = liveCountry.content();
    return send(request, reply, typedOf(settings), settings.operator ?? '');
  };

  const save = async (request: Request, reply: FastifyReply) => {
    const { locale } = request;
    const typed = readTyped(request.body);
    const operator = typedIn(request, 'operator');
    const { settings, problems } = settingsIn(typed, locale);
    const [upload] = formFilesOf(request).get('logo') ?? [];
    const logo = upload && (await readLogo(upload));
    const found = parts.territory.findInstitution(operator);
    const all = [
      ...problems,
      ...(logo && 'fault' in logo ? [{ name: 'logo', message: say(locale, logo.fault) }] : []),
      ...(found && !found.retired ? [] : [{ name: 'operator', message: say(locale, texts.operatorMissing) }]),
    ];
    if (all.length > 0 || !settings) return send(request, reply, typed, operator, all);
    const before = liveCountry.content().settings;
    const wanted: Partial<Settings> = {
      ...settings,
      operator,
      ...(logo && 'picture' in logo && { logoPicture: logo.picture }),
      ...(textOf(request.body, 'logo_remove') === '1' && !upload && { logoPicture: undefined }),
    };
    const changed = Object.fromEntries(
      Object.entries(wanted).filter(
        ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof Settings]),
      ),
    );
    if (Object.keys(changed).length === 0)
      return send(request, reply, typed, operator, [{ message: say(locale, adminTexts.nothingChanged) }]);
    await liveCountry.change(getStaff(request).accountId, () => ({
      kind: 'settings-edited',
      about: {},
      effect: { settings: Object.fromEntries(Object.entries(changed).map(([key, value]) => [key, value ?? null])) },
    }));
    return reply.redirect(`${settingsPath}?done=saved`, 303);
  };

  return [get(settingsPath, show), post(settingsPath, save, { takesFiles: true })];
};
