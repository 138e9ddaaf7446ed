import { functionNames, functionSignatures } from './expression-functions.ts';
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
  const column = /^No such key: (\w+)/.exec(first)?.[1];
  const words =
    unknown !== undefined
      ? `there is no "${unknown}" here${suggest(unknown, known)}`
      : first.startsWith('Unexpected character: =')
        ? 'write == to compare'
        : /^Unexpected character: [&|]/.test(first)
          ? 'write && and ||'
          : first.startsWith('Exceeded max')
            ? 'it is too large: say it in fewer words, or with a calculated answer'
            : column !== undefined
              ? `there is no "${column}" in a row of it`
              : call !== undefined
                ? wrongCall(call.replaceAll(/google\.protobuf\.\w+/g, named))
                : overload !== undefined
                  ? wrongPair(overload.replaceAll(/google\.protobuf\.\w+/g, named))
                  : first;
  return `the expression "${shown(source)}" is wrong: ${words}`;
};

/** @param pair such as "timestamp < string". */
const wrongPair = (pair: string): string => {
  const isDayAsText = pair.includes('timestamp') && pair.includes('string');
  return `there is no "${pair}": ${isDayAsText ? 'write a day as date("2026-03-12")' : 'both sides must be of one kind'}`;
};

/** @param call such as "years_since(string)". */
const wrongCall = (call: string): string => {
  const name = call.slice(0, call.indexOf('('));
  const known = functionSignatures.filter((signature) => signature.startsWith(`${name}(`));
  return known.length > 0
    ? `there is no ${call}: write ${known.map((signature) => signature.split(': ')[0]).join(' or ')}`
    : `there is no function ${call}${suggest(name, functionNames)}`;
};

export const wrongType = (source: string, actual: string | undefined, wanted: string): string =>
  `the expression "${shown(source)}" gives ${named(actual ?? 'nothing')}; write one that gives ${named(wanted)}`;
