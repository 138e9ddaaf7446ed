/** Characters that are not seen or that change how others are read: controls, marks of direction, parts of characters. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
const longest = 80;

/**
 * A name of a file that can be shown and saved anywhere: no folders, nothing invisible, nothing that systems give a meaning
 * to, and the ending of what it really is.
 */
export const cleanFileName = (sent: string, ending: string): string => {
  const own = sent.slice(0, 1_000).split(/[/\\]/).at(-1) ?? '';
  const stem = own
    .normalize('NFC')
    .replaceAll(unseen, '')
    .replaceAll(/[<>:"|?*%;]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/\.[^.]{0,10}$/, '')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '');
  const kept = [...stem].slice(0, longest).join('').trim();
  return `${kept === '' ? 'file' : kept}.${ending}`;
};

/** Whether a name is one that `cleanFileName` can have given. */
export const isCleanFileName = (name: string): boolean => {
  const ending = /\.([a-z]{3,4})$/.exec(name)?.[1];
  return ending !== undefined && cleanFileName(name, ending) === name;
};
