/** The cookies of a browser in which an account of the demonstration has signed in. */
export const signIn = async (port: number, email: string): Promise<string> => {
  const url = `http://localhost:${port}`;
  const page = await fetch(`${url}/staff/sign-in`);
  const jar = cookiesOf(page);
  const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const answer = await fetch(`${url}/staff/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: jar },
    body: new URLSearchParams({ _csrf: token, email, password: 'diwan-demo-2026' }),
  });
  return cookiesOf(answer);
};

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
