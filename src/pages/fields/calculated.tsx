import { say } from '../../base/texts.ts';
import { calculated as behaviour } from '../../form/fields/calculated.ts';
import type { Answer } from '../../form/fields/field-type.ts';
import { guidanceOf, hintOf, inputId } from '../ui/field-frame.tsx';
import { type FieldPage, frameOf } from './field-page.ts';
import { fieldTexts as texts } from './field-texts.ts';

/** Shown where it stands among the questions; what it follows from on the same page is known once that was sent. */
export const calculated: FieldPage<'calculated', string | number | boolean> = {
  followsClock: true,
  isUnseen: ({ appearance }) => appearance === 'hidden',
  ask: (props) => {
    const { field, locale, world, given = {}, isFollowed } = props;
    if (field.appearance === 'hidden') return <></>;
    const frame = frameOf(props);
    const { label, name, hint } = frame;
    const value: Answer | undefined = behaviour.compute?.(field, given, world);
    return (
      <div class="field">
        <p class="ds-label">{label}</p>
        {hintOf(name, hint)}
        {guidanceOf(frame)}
        <output
          class="calculated"
          id={inputId(name)}
          data-calculated={isFollowed ? name : undefined}
          data-nothing={isFollowed ? say(locale, texts.notYetCalculated) : undefined}
        >
          {value === undefined ? (
            <span class="quiet">{say(locale, texts.notYetCalculated)}</span>
          ) : (
            <bdi>{behaviour.say(value as string | number | boolean, field, locale, world)}</bdi>
          )}
        </output>
      </div>
    );
  },
  show: (value, field, { locale, world }) => <bdi>{behaviour.say(value, field, locale, world)}</bdi>,
};
