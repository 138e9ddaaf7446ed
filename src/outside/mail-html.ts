import type { Locale } from '../base/texts.ts';

/**
 * The HTML part of an e-mail, made from its plain text: it exists because a mail program sets plain Arabic from left to
 * right unless a part says otherwise. Nothing is fetched from anywhere, so nobody learns that the message was read.
 */
export const mailHtml = (mail: { body: string; locale: Locale; direction: 'rtl' | 'ltr' }): string => {
  const paragraphs = mail.body.trim().split(/\n{2,}/);
  return [
    `<!doctype html><html lang="${mail.locale}" dir="${mail.direction}"><meta charset="utf-8">`,
    `<body dir="${mail.direction}" style="font:16px/1.7 sans-serif;max-width:36em;margin:1em auto;padding:0 1em">`,
    ...paragraphs.map((paragraph) => `<p>${withLinks(paragraph)}</p>`),
    '</body></html>',
  ].join('\n');
};

/** Splits a text so that every second part is a web address; the stop after a sentence does not belong to it. */
export const splitLinks = (text: string): string[] => text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?،؛؟)])/);

const withLinks = (text: string): string =>
  splitLinks(text)
    .map((part, index) => {
      const safe = escapeHtml(part);
      return index % 2 === 1 ? `<a href="${safe}" dir="ltr">${safe}</a>` : safe.replaceAll('\n', '<br>');
    })
    .join('');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
