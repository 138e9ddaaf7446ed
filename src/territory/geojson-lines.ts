/**
 * The line on which each element of the top-level "features" array begins, so that a fault in a large GeoJSON file can be
 * found. Expects text that is known to be JSON.
 */
export const featureLines = (text: string): readonly number[] => {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let key = '';
  let inFeatures = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') line++;
    else if (character === '"') {
      const end = endOfString(text, at);
      if (depth === 1) key = text.slice(at + 1, end);
      at = end;
    } else if (character === '{' || character === '[') {
      if (depth === 1 && character === '[' && key === 'features') inFeatures = true;
      if (depth === 2 && inFeatures) lines.push(line);
      depth++;
    } else if (character === '}' || character === ']') {
      depth--;
      if (depth === 1) inFeatures = false;
    }
  }
  return lines;
};

const endOfString = (text: string, start: number): number => {
  let end = text.indexOf('"', start + 1);
  // A quote after an odd number of backslashes is part of the string.
  while (end > 0 && (/\\+$/.exec(text.slice(Math.max(start + 1, end - 50), end))?.[0].length ?? 0) % 2 === 1)
    end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
};
