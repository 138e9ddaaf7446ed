import { locales, say } from '../../base/texts.ts';
import type { Service } from '../../definition/service.ts';
import { EmptyState } from '../ui/card.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { languageNames, specimenTexts as texts } from './specimen-texts.ts';

export const specimensPath = '/demo/documents';

/** Every document of every service, to be looked at in each language. */
export const SpecimensPage = ({
  context,
  services,
}: {
  readonly context: PageContext;
  readonly services: readonly Service[];
}) => {
  const { locale } = context;
  const issuing = services.filter(({ documents }) => documents.size > 0);
  return (
    <Page context={context} title={say(locale, texts.title)}>
      <Title>{say(locale, texts.title)}</Title>
      <p>{say(locale, texts.lead)}</p>
      {issuing.length === 0 && (
        <EmptyState icon="permit" title={say(locale, texts.title)}>
          <p>{say(locale, texts.none)}</p>
        </EmptyState>
      )}
      {issuing.map((service) => (
        <section>
          <h2>{service.texts.title[locale]}</h2>
          <ul>
            {[...service.documents.values()].flatMap(({ name, title }) =>
              locales.map((language) => (
                <li>
                  <a
                    class="ds-link"
                    href={`${specimensPath}/${service.id}/${name}/${language}.pdf`}
                    hreflang={language}
                  >
                    {say(locale, texts.inLanguage, { document: title[locale], language: languageNames[language] })}
                  </a>
                </li>
              )),
            )}
          </ul>
        </section>
      ))}
    </Page>
  );
};
