import type { Locale } from '../../base/texts.ts';
import { VerdictMark } from './verdict-mark.tsx';
import { verdictTexts as texts } from './verdict-texts.ts';
import type { Fact, VerdictView } from './verdict-view.ts';

/**
 * The answer as it is read at a checkpoint: at night, in rain, at arm's length. One colour with one shape and one word;
 * the name beside it in the same glance; then what the document says. Drawn by the server, and by the phone without it.
 */
export const VerdictScreen = ({ view, locale }: { readonly view: VerdictView; readonly locale: Locale }) => {
  const { tone, word, line, advice, document, evidence, clockWarning } = view;
  return (
    <section class="verdict" id="verdict" aria-labelledby="verdict-word">
      <div class="verdict-face" data-verdict={tone}>
        <VerdictMark tone={tone} />
        <h1 id="verdict-word" tabIndex={-1}>
          {word}
        </h1>
        {line && <p class="verdict-line">{line}</p>}
        {document && <p class="verdict-title">{document.title}</p>}
        {document?.holder && (
          <p class="verdict-holder">
            <span class="ds-sr-only">{document.holder.label}: </span>
            <bdi>{document.holder.value}</bdi>
          </p>
        )}
        {advice && <p class="verdict-advice">{advice}</p>}
      </div>
      {clockWarning && <p class="verdict-clock">{clockWarning}</p>}
      {document && (
        <dl class="verdict-facts">
          {document.facts.map((fact) => (
            <FactRow key={fact.label} {...fact} />
          ))}
        </dl>
      )}
      <ul class="verdict-evidence">
        {evidence.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p class="verdict-next">
        <a class="ds-button" href="/verify" data-next="">
          {texts.next[locale]}
        </a>
      </p>
    </section>
  );
};

const FactRow = ({ label, value, isCode }: Fact) => (
  <div>
    <dt>{label}</dt>
    <dd>
      {isCode ? (
        <bdi dir="ltr" class="code">
          {value}
        </bdi>
      ) : (
        <bdi>{value}</bdi>
      )}
    </dd>
  </div>
);
