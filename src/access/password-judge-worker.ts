import { parentPort, workerData } from 'node:worker_threads';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import wordsEn from '@zxcvbn-ts/language-en/dist/commonWords.json.mjs';
import namesEn from '@zxcvbn-ts/language-en/dist/firstnames.json.mjs';
import wordsFr from '@zxcvbn-ts/language-fr/dist/commonWords.json.mjs';
import namesFr from '@zxcvbn-ts/language-fr/dist/firstnames.json.mjs';
import { isInBreachedFile } from './breached-file.ts';
import type { JudgeQuestion, JudgeVerdict } from './password-judge.ts';

/**
 * Judges passwords in a thread of its own: the word lists take more memory than anything else about accounts, and are
 * needed for some seconds a day.
 */
const { breachedFile } = workerData as { readonly breachedFile: string | undefined };

const stolen = common.dictionary['passwords-common'];
const breached = new Set(stolen);
// Rarer words, surnames and those of an encyclopaedia would double the memory and refuse next to nothing more.
const mostWords = 20_000;
const judge = new ZxcvbnFactory({
  dictionary: {
    stolen,
    diceware: common.dictionary['diceware-common'],
    wordsEn: wordsEn.slice(0, mostWords),
    namesEn: [...namesEn],
    wordsFr: wordsFr.slice(0, mostWords),
    namesFr: [...namesFr],
  },
  graphs: common.adjacencyGraphs,
});

/** Guesses that an attacker with the stolen hash makes in about a month on one graphics card, at the cost of our hashes. */
const fewestGuesses = 1e10;

const isBreached = (password: string): boolean => {
  const plain = password.toLowerCase();
  // What was stolen once comes back with a year or an exclamation mark.
  const core = plain.replace(/[\d\W_]+$/u, '');
  return (
    breached.has(plain) ||
    (core.length >= 8 && breached.has(core)) ||
    (breachedFile !== undefined && isInBreachedFile(breachedFile, password))
  );
};

const isAboutPerson = (password: string, about: readonly string[]): boolean => {
  const plain = password.toLowerCase();
  const left = about.reduce((rest, word) => rest.replaceAll(word, ''), plain);
  // A name is no harm in a long sentence; what is left without it has to be a password by itself.
  return left !== plain && left.length < 8;
};

const judgeOne = ({ password, about }: JudgeQuestion): JudgeVerdict => {
  if (isAboutPerson(password, about)) return 'about-you';
  if (isBreached(password)) return 'breached';
  const { guesses, sequence } = judge.check(password.slice(0, 100), [...about]);
  if (guesses >= fewestGuesses) return 'good';
  return sequence.some((match) => 'dictionaryName' in match && match.dictionaryName === 'userInputs')
    ? 'about-you'
    : 'guessable';
};

parentPort?.on('message', (question: JudgeQuestion) =>
  parentPort?.postMessage({ id: question.id, verdict: judgeOne(question) }),
);
