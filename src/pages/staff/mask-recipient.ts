/** A number or address of which enough is shown to recognise it, and not enough to use it. */
export const maskRecipient = (recipient: string): string => {
  const at = recipient.lastIndexOf('@');
  if (at > 0) return `${recipient.slice(0, 1)}•••${recipient.slice(at)}`;
  return recipient.length < 10 ? '•••' : `${recipient.slice(0, 4)}•••${recipient.slice(-3)}`;
};
