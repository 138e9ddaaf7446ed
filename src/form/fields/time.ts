import { latinDigits } from '../digits.ts';
import { type FieldType, singleInput } from './field-type.ts';

/** A time of day, kept as 14:30. */
export const time: FieldType<'time', string> = {
  ...singleInput,
  offered: ({ offer }) => offer,
  read: (sent, { min, max }) => {
    const value = typeof sent === 'string' ? readTime(sent) : undefined;
    if (value === undefined) return { fault: 'not-a-time' };
    if (min !== undefined && value < min) return { fault: 'time-too-early', values: { min } };
    if (max !== undefined && value > max) return { fault: 'time-too-late', values: { max } };
    return { value };
  },
  say: (value) => value,
  searched: (value) => ({ moments: [value] }),
  jsonSchema: () => ({ type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', examples: ['14:30'] }),
};

const clock = /^(\d{1,2})(?:\s?[:.hH]\s?(\d{2})?|(\d{2}))?\s?(am|pm|ص|م)?$/;

/** "14:30", "14h30", "1430", "2:30 pm", "٢:٣٠ م" → "14:30". */
const readTime = (text: string): string | undefined => {
  const match = text.length > 20 ? null : clock.exec(latinDigits(text).trim().toLowerCase().replaceAll('.m.', 'm'));
  if (!match) return undefined;
  const half = match[4];
  const [typed, minutes] = [Number(match[1]), Number(match[2] ?? match[3] ?? 0)];
  if (half && (typed < 1 || typed > 12)) return undefined;
  const hours = half ? (typed % 12) + (half === 'pm' || half === 'م' ? 12 : 0) : typed;
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
};
