import { suggest } from './suggest.ts';

const longest = 80;
const shown = (source: string): string => (source.length > longest ? `${source.slice(0, longest)}…` : source);

const typeNames: Readonly<Record<string, string>> = {
  'google.protobuf.Timestamp': 'timestamp',
  'google.protobuf.Duration': 'duration',
};
const named = (type: string): string => typeNames[type] ?? type;

/** What is wrong with an expression, for people who write one now and then. */
export const wrongExpression = (source: string, message: string, known: Iterable<string>): string => {
  const [first = 'it cannot be read'] = message.split('\n');
  const unknown = /^Unknown variable: (\w+)/.exec(first)?.[1];
  const overload = /^no such overload: (.+)$/.exec(first)?.[1];
  const call = /^found no matching overload for '(.+)'$/.exec(first)?.[1];
  const words =
    unknown !== undefined
      ? `there is no "${unknown}" here${suggest(unknown, known)}`
      : /^Unexpected character: =/.test(first)
        ? 'write == to compare'
        : /^Unexpected character: [&|]/.test(first)
          ? 'write && and ||'
          : /^Exceeded max/.test(first)
            ? 'it is too large: say it in fewer words, or with a calculated answer'
            : call !== undefined
              ? `there is no function ${call}`
              : overload !== undefined
                ? `there is no "${overload.replaceAll(/google\.protobuf\.\w+/g, named)}": both sides must be of one kind`
                : first;
  return `the expression "${shown(source)}" is wrong: ${words}`;
};

export const wrongType = (source: string, actual: string | undefined, wanted: string): string =>
  `the expression "${shown(source)}" gives ${named(actual ?? 'nothing')}; write one that gives ${named(wanted)}`;
