import { say } from '../../base/texts.ts';
import { getState } from '../../definition/service.ts';
import { institutionOf } from '../../record/institution-of.ts';
import { sayBasket } from '../basket.ts';
import type { PageNoun } from '../noun.ts';
import type { RecordView } from '../public/record-view.ts';
import { routeTexts as texts } from './route-texts.ts';

/** While somebody handles it, and nowhere else: what was decided at once was in nobody's hands. */
const isHandled = ({ service, record }: Pick<RecordView, 'service' | 'record'>): boolean => {
  const { meaning } = getState(service, record.state);
  return meaning === 'open' || meaning === 'waiting';
};

export const route: PageNoun = {
  applicantPart: (view) => {
    const placed = view.events.findLast((event) => institutionOf(event) !== undefined);
    // A hand-over says so itself, with its reason.
    if (!isHandled(view) || placed?.kind === 'acted') return undefined;
    const { name, because } = sayBasket(view, view.tools);
    return (
      <section class="handled-by">
        <h2>{say(view.tools.locale, texts.handledBy)}</h2>
        <p>
          <strong>{name}</strong>
        </p>
        {because !== '' && <p>{because}</p>}
      </section>
    );
  },
  json: (opened, locale, { world }) => {
    const { institution, name, because, rule } = sayBasket(opened, { locale, world });
    return { handled_by: { institution, name, because, ...(rule && { rule }) } };
  },
};
