export const boardPath = '/staff/tasks';
export const callListPath = `${boardPath}/list`;

export const boardHref = (path: string, parameters: Readonly<Record<string, string | undefined>>): string => {
  const all = Object.entries(parameters).filter((each): each is [string, string] => Boolean(each[1]));
  return all.length === 0 ? path : `${path}?${new URLSearchParams(all)}`;
};
