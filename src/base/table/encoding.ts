/**
 * In which encoding a text file is written: what its mark says, or else what its bytes can be. All of them are looked at
 * while the file arrives, since the first accent may stand in the last row.
 */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export const isEncoding = (name: unknown): name is Encoding => encodings.includes(name as Encoding);

export interface EncodingJudge {
  readonly push: (piece: Buffer) => void;
  readonly verdict: () => Encoding;
}

export const createEncodingJudge = (): EncodingJudge => {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let seen = 0;
  let head = Buffer.alloc(0);
  // Zero bytes at even and at odd places: letters of Europe, commas and ends of lines in UTF-16 have one each.
  const zeros = [0, 0];
  // Letters beyond ASCII, and those that follow another: words of Arabic are made of nothing else, French has single accents.
  let [letters, pairs] = [0, 0];
  let wasLetter = false;
  return {
    push: (piece) => {
      if (head.length < 4) head = Buffer.concat([head, piece.subarray(0, 4)]).subarray(0, 4);
      if (isUtf8) {
        try {
          utf8.decode(piece, { stream: true });
        } catch {
          isUtf8 = false;
        }
      }
      for (let index = 0; index < piece.length; index++) {
        const byte = piece[index]!;
        if (byte === 0) zeros[(seen + index) & 1]! += 1;
        const isLetter = byte >= 0xc0;
        if (isLetter) {
          letters += 1;
          if (wasLetter) pairs += 1;
        }
        wasLetter = isLetter;
      }
      seen += piece.length;
    },
    verdict: () => {
      const [first, second, third] = head;
      if (first === 0xff && second === 0xfe) return 'utf-16le';
      if (first === 0xfe && second === 0xff) return 'utf-16be';
      if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
      const [even = 0, odd = 0] = zeros;
      if (even + odd > seen / 50) return odd >= even ? 'utf-16le' : 'utf-16be';
      if (isUtf8) {
        try {
          utf8.decode();
          return 'utf-8';
        } catch {
          // It ends within a letter.
        }
      }
      return pairs * 3 > letters ? 'windows-1256' : 'windows-1252';
    },
  };
};

/** The text, without its mark. */
export async function* decodeText(pieces: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) {
    const text = decoder.decode(piece, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
