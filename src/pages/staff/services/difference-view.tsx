import { structuredPatch } from 'diff';
import type { ServiceFiles } from '../../../definition/compile-service.ts';
import type { Difference } from '../../../definition/difference.ts';
import { type Locale, say } from '../../../base/texts.ts';
import { Details } from '../../ui/details.tsx';
import { Tag } from '../../ui/tag.tsx';
import { partTexts, servicesTexts as texts } from './services-texts.ts';

const tones = { added: 'success', removed: 'danger', changed: 'warning' } as const;

/** What changes, part by part, in words a person reads. */
export const Differences = ({
  differences,
  locale,
}: {
  readonly differences: readonly Difference[];
  readonly locale: Locale;
}) => (
  <>
    {[...Map.groupBy(differences, ({ part }) => part)].map(([part, each]) => (
      <section class="differences">
        <h3>
          {partTexts[part]?.[locale] ?? part} <span class="count">{each.length}</span>
        </h3>
        {each.length > 12 ? (
          <Details
            summary={
              each
                .map(({ name, label }) => label?.[locale] ?? name)
                .slice(0, 4)
                .join(' · ') + ' …'
            }
          >
            <Entries differences={each} locale={locale} />
          </Details>
        ) : (
          <Entries differences={each} locale={locale} />
        )}
      </section>
    ))}
  </>
);

const Entries = ({ differences, locale }: Parameters<typeof Differences>[0]) => (
  <ul class="plain-list">
    {differences.map(({ part, name, kind, label, details }) => (
      <li class="difference">
        <p>
          <Tag tone={tones[kind]} icon={kind === 'added' ? 'plus' : kind === 'removed' ? 'close' : 'edit'}>
            {say(locale, texts[kind])}
          </Tag>{' '}
          {label && <strong>{label[locale]}</strong>} <code>{name}</code>
        </p>
        {(kind === 'changed' || part === 'reads') && (
          <dl class="change-details">
            {details.map(({ key, before, after }) => (
              <div>
                {key !== '' && (
                  <dt>
                    <code>{key}</code>
                  </dt>
                )}
                <dd>
                  <span class="quiet">{say(locale, texts.before)}</span>{' '}
                  <bdi>{before ?? say(locale, texts.nothing)}</bdi>
                </dd>
                <dd>
                  <span class="quiet">{say(locale, texts.after)}</span> <bdi>{after ?? say(locale, texts.nothing)}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </li>
    ))}
  </ul>
);

const longestComparison = 300;

/** The files line by line, as programmers compare them. */
export const LineDifferences = ({
  before,
  after,
  locale,
}: {
  readonly before: ServiceFiles;
  readonly after: ServiceFiles;
  readonly locale: Locale;
}) => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name],
  );
  return (
    <Details summary={say(locale, texts.lines)}>
      {names.map((name) => (
        <>
          <p>
            <code>{name}</code>
          </p>
          <FileLines name={name} before={before[name] ?? ''} after={after[name] ?? ''} locale={locale} />
        </>
      ))}
    </Details>
  );
};

const FileLines = (props: {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly locale: Locale;
}) => {
  const { name, before, after, locale } = props;
  const patch = structuredPatch(name, name, before, after, undefined, undefined, {
    context: 2,
    timeout: longestComparison,
    maxEditLength: 4_000,
  });
  if (!patch) return <p class="quiet">{say(locale, texts.linesTooMany)}</p>;
  return (
    <pre class="lines" dir="ltr" tabIndex={0}>
      {patch.hunks.map(({ oldStart, newStart, lines }) => (
        <>
          <span class="at">{`@@ ${oldStart} / ${newStart} @@\n`}</span>
          {lines.map((line) => {
            const kind = line.startsWith('+') ? 'ins' : line.startsWith('-') ? 'del' : undefined;
            if (kind === 'ins') return <ins>{`${line}\n`}</ins>;
            return kind === 'del' ? <del>{`${line}\n`}</del> : `${line}\n`;
          })}
        </>
      ))}
    </pre>
  );
};
