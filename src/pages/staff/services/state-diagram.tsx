import type { Locale } from '../../../base/texts.ts';
import { explainTexts } from '../../../author/explain/explain-texts.ts';
import { stateDiagram } from '../../../author/explain/state-diagram.ts';
import type { Service } from '../../../definition/service.ts';
import { Details } from '../../ui/details.tsx';

/** Laid out once for each version and language. */
const drawn = new WeakMap<Service, Map<Locale, string>>();
const drawingOf = (service: Service, locale: Locale): string => {
  const drawings = drawn.get(service) ?? new Map<Locale, string>();
  drawn.set(service, drawings);
  const drawing = drawings.get(locale) ?? stateDiagram(service, locale);
  drawings.set(locale, drawing);
  return drawing;
};

/** The states of a service and what leads from one to another, as a picture. */
export const StateDiagram = ({ service, locale }: { readonly service: Service; readonly locale: Locale }) => (
  <Details summary={explainTexts.statesAndActions[locale]}>
    <div
      class="diagram"
      role="region"
      tabIndex={0}
      aria-label={explainTexts.statesAndActions[locale]}
      // Made here, with every word escaped.
      dangerouslySetInnerHTML={{ __html: drawingOf(service, locale) }}
    />
  </Details>
);
